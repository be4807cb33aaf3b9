// SPDX-License-Identifier: Apache-2.0

/** Text that is safe to stand in a page: made by `html` only. */
export type Markup = { readonly markup: string }

type Part = string | number | Markup | readonly Markup[]

/** A piece of a page; every value put into it is escaped, unless it is a piece itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = strings[0] as string
  parts.forEach((part, i) => {
    markup += textOf(part) + strings[i + 1]
  })
  return { markup }
}

/** Nothing at all. */
export const nothing: Markup = { markup: '' }

function textOf(part: Part): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
