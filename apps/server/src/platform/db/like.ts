// SPDX-License-Identifier: Apache-2.0

/** The pattern for `like` that finds a text anywhere in lower-case text; null, which asks nothing, when there is none. */
export function anywhere(text: string | undefined): string | null {
  return text === undefined ? null : `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}
