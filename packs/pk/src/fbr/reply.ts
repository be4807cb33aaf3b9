// SPDX-License-Identifier: Apache-2.0
import type { FiscalReply } from '@resham/pack-kit'
import { officeNumber } from './check.ts'
import { isObject } from './fields.ts'

type Refusal = Extract<FiscalReply, { type: 'refused' }>['problems'][number]

/**
 * What the office's reply means. Accepted only where the head says 00 and Valid, every line says 00, and there is a
 * number; that the status is 200 proves nothing.
 *
 * Refused only where the office says so itself, or never let us in (401). All else is uncertain: a page of the
 * gateway, a 500, half a reply: the invoice may have been taken in.
 */
export function readReply(status: number, text: string): FiscalReply {
  if (status === 401 || status === 403) {
    return { type: 'refused', problems: [{ line: null, code: 'local.token', said: String(status) }] }
  }
  const body = status === 200 ? parse(text) : undefined
  const answer = isObject(body) && isObject(body.validationResponse) ? body.validationResponse : undefined
  if (!isObject(body) || !answer) return { type: 'uncertain', said: `${status}` }
  const lines = Array.isArray(answer.invoiceStatuses) ? answer.invoiceStatuses.filter(isObject) : []
  const problems = refusals(answer, lines)
  if (problems.length > 0) return { type: 'refused', problems }
  const number = body.invoiceNumber
  const accepted =
    answer.statusCode === '00' &&
    String(answer.status).toLowerCase() === 'valid' &&
    lines.length > 0 &&
    lines.every((line) => line.statusCode === '00') &&
    typeof number === 'string' &&
    officeNumber.test(number)
  if (!accepted) return { type: 'uncertain', said: `${String(answer.statusCode)} ${String(answer.status)}` }
  return { type: 'accepted', number, lineNumbers: lines.map((line) => String(line.invoiceNo)) }
}

function refusals(answer: Readonly<Record<string, unknown>>, lines: readonly Readonly<Record<string, unknown>>[]) {
  const found: Refusal[] = []
  for (const [i, line] of lines.entries()) {
    if (line.statusCode === '00') continue
    const serial = Number(line.itemSNo)
    found.push(refusal(line, Number.isInteger(serial) && serial > 0 ? serial - 1 : i))
  }
  const head = answer.statusCode
  const said = text(answer.errorCode) !== '' || text(answer.error) !== ''
  if (head !== undefined && head !== '00' && (said || found.length === 0)) found.unshift(refusal(answer, null))
  return found
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const refusal = (from: Readonly<Record<string, unknown>>, line: number | null): Refusal => ({
  line,
  code: text(from.errorCode),
  said: text(from.error).slice(0, 500),
})

/** The gateway is known to leave a comma before a closing bracket. */
function parse(body: string): unknown {
  for (const attempt of [body, body.replace(/,(\s*[\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or none: no reply that can be read.
    }
  }
  return undefined
}
