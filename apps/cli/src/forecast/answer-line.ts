// SPDX-License-Identifier: Apache-2.0
import { isAppError, isDeclined } from '@resham/base'
import { forecast } from '@resham/forecast'

/** What holds for lines that do not say it themselves. */
export type LineDefaults = { readonly h: number; readonly seasonLength: number; readonly level: readonly number[] }

/** One line in, one line out; a fault says what was wrong with it. */
export type Answer = { readonly json: string; readonly fault: LineFault | undefined }

/** Why a line could not be used. */
export type LineFault = {
  readonly line: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Answers one line of JSON: a forecast, a refusal, or what is wrong with the line. Never throws for a line.
 *
 * A `null` in `y` is a period that is not known; the engine does not look at it.
 *
 * @param line the line's number in the input, from 1, for the error
 */
export function answerLine(text: string, line: number, defaults: LineDefaults): Answer {
  let id: unknown = null
  const refuse = (code: string, details: Readonly<Record<string, unknown>> = {}): Answer => ({
    json: JSON.stringify({ id, error: { line, code, details } }),
    fault: { line, code, details },
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return refuse('cli.line-not-json', { why: error instanceof Error ? error.message : String(error) })
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse('cli.line-not-object')
  const series = given as Readonly<Record<string, unknown>>
  id = series.id ?? null
  const { y, h = defaults.h, season = defaults.seasonLength } = series
  if (!Array.isArray(y)) return refuse('cli.line-without-y')
  const odd = y.findIndex((value) => value !== null && typeof value !== 'number')
  if (odd >= 0) return refuse('cli.line-value-not-number', { index: odd })
  if (typeof h !== 'number') return refuse('forecast.horizon-invalid', { h: JSON.stringify(h) })
  if (typeof season !== 'number') return refuse('forecast.season-invalid', { seasonLength: JSON.stringify(season) })

  try {
    const unknown = y.flatMap((value, index) => (value === null ? [index] : []))
    const result = forecast(unknown.length > 0 ? y.map((value) => value ?? 0) : y, {
      h,
      seasonLength: season,
      level: defaults.level,
      unknown,
    })
    if (isDeclined(result)) {
      const { kind: _, ...declined } = result
      return { json: JSON.stringify({ id, declined }), fault: undefined }
    }
    const { mean, lo, hi, model } = result
    return { json: JSON.stringify({ id, mean, lo, hi, model }), fault: undefined }
  } catch (error) {
    if (isAppError(error)) return refuse(error.code, error.details)
    throw error
  }
}
