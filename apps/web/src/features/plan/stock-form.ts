// SPDX-License-Identifier: Apache-2.0
import { textOf } from '#lib/problem.ts'

/** The counted stock a person gave: a file, or lines pasted from a sheet; undefined when neither. */
export async function stockBytes(form: FormData): Promise<Uint8Array | undefined> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer())
  const pasted = textOf(form, 'pasted')
  if (pasted === '') return undefined
  // Pasted lines rarely bring their headings with them.
  const headed = /\d/.test(pasted.split('\n')[0] ?? '') ? `item\tquantity\n${pasted}\n` : `${pasted}\n`
  return new TextEncoder().encode(headed)
}
