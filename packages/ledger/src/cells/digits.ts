// SPDX-License-Identifier: Apache-2.0

const foreign = /[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g
const invisible = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** Text with Urdu, Arabic and full-width digits as 0 to 9, and without direction marks. */
export function westernDigits(text: string): string {
  return text.replace(invisible, '').replace(foreign, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660))
  })
}
