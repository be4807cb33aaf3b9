// SPDX-License-Identifier: Apache-2.0
import { AppError, type ErrorDetails } from '@resham/base'

/** Every way in which a file as a whole is refused. Bad records are no errors; they are reported as rows. */
export const formatErrorCodes = [
  'formats.empty',
  'formats.header-only',
  'formats.not-a-table',
  'formats.pdf',
  'formats.zip-not-workbook',
  'formats.old-workbook',
  'formats.encrypted-workbook',
  'formats.broken-workbook',
  'formats.broken-gzip',
  'formats.zip-bomb',
  'formats.too-large',
  'formats.too-many-columns',
  'formats.unsupported',
  'formats.statement-broken',
  'formats.statement-sum',
  'formats.qr-broken',
] as const

/** One of the codes. */
export type FormatErrorCode = (typeof formatErrorCodes)[number]

/** The error of a file that cannot be read. */
export function formatError(code: FormatErrorCode, details: ErrorDetails = {}, cause?: unknown): AppError {
  return new AppError(code, details, cause === undefined ? undefined : { cause })
}
