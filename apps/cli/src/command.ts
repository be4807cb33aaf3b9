// SPDX-License-Identifier: Apache-2.0
import type { ExitCode } from './exit-codes.ts'
import type { Arguments, Grammar } from './terminal/options.ts'
import type { Language, Speak } from './terminal/words.ts'

/** What a command works with: where it reads, writes and speaks. */
export type Surroundings = {
  readonly input: AsyncIterable<Uint8Array>
  /** Results. Waits while the reader at the other end is slower. */
  readonly output: { write(text: string): Promise<void>; readonly isTerminal: boolean; readonly columns: number }
  /** Standard error: what is going on, never results. */
  readonly status: { write(text: string): void; readonly isTerminal: boolean }
  /** Says on standard error what is wrong, in the person's language. */
  complain(code: string, details: Readonly<Record<string, unknown>>): void
  readonly speak: Speak
  readonly language: Language
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** One command of `resham`. Its help stands in `i18n/help/<language>/<name>.txt`. */
export type Command = {
  readonly name: string
  readonly grammar: Grammar
  run(given: Arguments, surroundings: Surroundings): Promise<ExitCode>
}
