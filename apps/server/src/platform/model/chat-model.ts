// SPDX-License-Identifier: Apache-2.0

/** What is asked of a language model: the instructions are ours, the material is other people's words. */
export type Question = { readonly instructions: string; readonly material: string }

/** Why there is no answer. */
export type Silence = 'too-long-a-question' | 'too-slow' | 'unreachable' | 'refused' | 'too-long' | 'not-json'

export type ModelAnswer =
  /** JSON as the model gave it: to be checked like any stranger's. */
  { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'silence'; readonly why: Silence }

/** A language model. It never throws: without an answer the asker goes on as if there were no model. */
export type ChatModel = {
  /** What it is called at its place. */
  readonly name: string
  ask(question: Question): Promise<ModelAnswer>
}

/** One call as it may stand in a log: nothing of what was asked or answered. */
export type CallNote = { readonly model: string; readonly outcome: 'answer' | Silence; readonly ms: number }
