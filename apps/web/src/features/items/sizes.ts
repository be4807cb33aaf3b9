// SPDX-License-Identifier: Apache-2.0
import { textOf } from '#lib/problem.ts'
import type { ItemReply } from './view.ts'

/** What tells variants apart on the page; an item made elsewhere may have others. */
const kinds = ['size', 'colour'] as const

/** The sizes and colours a person typed, with commas of either script between them. */
export function gridOf(form: FormData): { name: string; values: string[] }[] {
  return kinds
    .map((name) => {
      const typed = textOf(form, name).split(/[,،\n]/)
      return { name, values: [...new Set(typed.map((value) => value.trim()).filter((value) => value !== ''))] }
    })
    .filter(({ values }) => values.length > 0)
}

export type Grid = {
  readonly sizes: readonly string[]
  readonly colours: readonly string[]
  /** By size, then colour; undefined where there is none. */
  readonly cells: readonly (readonly (ItemReply | undefined)[])[]
}

/** Sizes down and colours across, when every variant has both; else undefined. */
export function tableOf(items: readonly ItemReply[]): Grid | undefined {
  if (items.length === 0 || items.some(({ options }) => !options.size || !options.colour)) return undefined
  const seen = (name: string) => [...new Set(items.map(({ options }) => options[name] ?? ''))]
  const [sizes, colours] = [seen('size'), seen('colour')]
  const at = (size: string, colour: string) =>
    items.find(({ options }) => options.size === size && options.colour === colour)
  return { sizes, colours, cells: sizes.map((size) => colours.map((colour) => at(size, colour))) }
}
