// SPDX-License-Identifier: Apache-2.0
import type { FiscalMark } from '@resham/pack-kit'
import qrcode from 'qrcode'

/**
 * The modules of a QR code, row by row, dark ones as 1, without the quiet border.
 *
 * @throws a plain error where the text does not fit the version: the pack promised that it does
 */
export function qrRows({ text, version, errorCorrection }: NonNullable<FiscalMark['qr']>): string[] {
  const { modules } = qrcode.create(text, { version, errorCorrectionLevel: errorCorrection })
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  )
}
