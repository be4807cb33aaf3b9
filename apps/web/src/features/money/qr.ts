// SPDX-License-Identifier: Apache-2.0
import { encode } from 'uqr'

/** A QR code as one path on a field of `size` modules, with the quiet edge that scanners need. */
export type QrPicture = { readonly size: number; readonly path: string }

/** Draws the code of a text: every dark run of a row is one stroke of the path. */
export function drawQr(text: string): QrPicture {
  const { data, size } = encode(text, { border: 4, ecc: 'M' })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const from = x
      while (x < size && row[x]) x++
      path += `M${from} ${y}h${x - from}v1h${from - x}z`
    }
  })
  return { size, path }
}
