// SPDX-License-Identifier: Apache-2.0
import { type Digits, type Grouping, withCommas, withDigits } from '../i18n/numbers.ts'
import { majorText } from './basket.ts'

/** The words and ways of counting that the server left on the page. */
export type Ways = {
  readonly account: string
  readonly business: string
  readonly businessName: string
  readonly currency: string
  readonly decimals: number
  money(minor: bigint): string
  quantity(milli: number): string
  /** A sentence of the page, its holes filled. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string
}

/** Reads them. */
export function readWays(root: HTMLElement): Ways {
  const { account = '', business = '', businessName = '', currency = '', pattern = '0' } = root.dataset
  const decimals = Number(root.dataset.decimals ?? 2)
  const digits = (root.dataset.digits ?? 'western') as Digits
  const grouping = (root.dataset.grouping ?? 'lakh') as Grouping
  const words = JSON.parse(root.dataset.words ?? '{}') as Record<string, string>
  const number = (text: string) => {
    const [whole = '0', part] = text.split('.')
    return withDigits(`${withCommas(whole, grouping)}${part ? `.${part}` : ''}`, digits)
  }
  return {
    ...{ account, business, businessName, currency, decimals },
    money: (minor) => pattern.replace(/[0۰]/, number(majorText(minor, decimals))),
    quantity: (milli) => number(String(milli / 1000)),
    say: (key, values = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => {
        const value = values[name]
        if (value === undefined) return hole
        return `\u2068${typeof value === 'number' ? number(String(value)) : value}\u2069`
      }),
  }
}

/** The one part of the page with a mark. */
export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, mark: string): T {
  const found = root.querySelector<T>(`[data-${mark}]`)
  if (!found) throw new Error(`the page has no ${mark}`)
  return found
}

/** A copy of what stands in a template. */
export function copyOf(root: ParentNode, mark: string): HTMLElement {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-${mark}]`)
  return template?.content.firstElementChild?.cloneNode(true) as HTMLElement
}
