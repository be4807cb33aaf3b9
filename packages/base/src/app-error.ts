// SPDX-License-Identifier: Apache-2.0

/** What an error may carry to the person: plain values that a sentence can name. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>

/**
 * The one error of the house: a code, and the details that a sentence about it needs.
 *
 * The code is `room.what-is-wrong`. Status, retry and words belong to tables elsewhere;
 * the message here is for developers only.
 */
export class AppError extends Error {
  readonly code: string
  readonly details: ErrorDetails

  constructor(code: string, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Tells an AppError from any other thrown value. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof AppError
}
