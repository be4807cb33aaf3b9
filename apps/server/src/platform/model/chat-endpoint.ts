// SPDX-License-Identifier: Apache-2.0
import type { CallNote, ChatModel, ModelAnswer, Question } from './chat-model.ts'

/** Where a model answers, by the published chat-completions protocol. */
export type ChatPlace = {
  /** Up to and with the version, such as `https://models.example.org/v1`. */
  readonly url: string
  readonly key: string | undefined
  readonly name: string
}

/** A person waits for it: what takes longer is not worth the wait. */
const waitMs = 8000
const mostAskedLetters = 40_000
const mostAnsweredBytes = 128 * 1024
const mostTokens = 4000

/**
 * A model behind any endpoint that speaks the chat-completions protocol.
 *
 * @param options.note Told of each call; for the log.
 * @source https://platform.openai.com/docs/api-reference/chat, as vLLM, Ollama and Model Studio speak it too.
 */
export function chatEndpoint(
  place: ChatPlace,
  options: { readonly waitMs?: number; readonly note?: (note: CallNote) => void } = {},
): ChatModel {
  return {
    name: place.name,
    async ask(question) {
      const began = performance.now()
      const answer = await asked(place, question, options.waitMs ?? waitMs)
      const outcome = answer.kind === 'answer' ? 'answer' : answer.why
      options.note?.({ model: place.name, outcome, ms: Math.round(performance.now() - began) })
      return answer
    },
  }
}

async function asked(place: ChatPlace, question: Question, ms: number): Promise<ModelAnswer> {
  const { instructions, material } = question
  if (instructions.length + material.length > mostAskedLetters) return silence('too-long-a-question')
  const signal = AbortSignal.timeout(ms)
  try {
    const response = await fetch(`${place.url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      signal,
      // A key goes to the place that was named and nowhere else.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(place.key === undefined ? {} : { authorization: `Bearer ${place.key}` }),
      },
      body: JSON.stringify({
        model: place.name,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: material },
        ],
        temperature: 0,
        max_tokens: mostTokens,
        response_format: { type: 'json_object' },
      }),
    })
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      return silence('refused')
    }
    const text = await textWithin(response.body, mostAnsweredBytes)
    return text === undefined ? silence('too-long') : said(text)
  } catch {
    return silence(signal.aborted ? 'too-slow' : 'unreachable')
  }
}

const silence = (why: Extract<ModelAnswer, { kind: 'silence' }>['why']): ModelAnswer => ({ kind: 'silence', why })

async function textWithin(body: ReadableStream<Uint8Array>, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.length
    if (bytes > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The JSON within the first choice's message. */
function said(text: string): ModelAnswer {
  try {
    const reply = JSON.parse(text) as { choices?: readonly { message?: { content?: unknown } }[] } | null
    const content = reply?.choices?.[0]?.message?.content
    return typeof content === 'string' ? { kind: 'answer', value: JSON.parse(content) } : silence('not-json')
  } catch {
    return silence('not-json')
  }
}
