// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { marketKinds, OneOf } from '@resham/contract'
import { market } from '@resham/formats'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

const Word = Type.String({ minLength: 1, maxLength: 300 })

/** One source as the operator names it: where it is, and what the file itself does not say. */
export const SourceDefinition = Type.Object(
  {
    /** A file, a folder (on the command line), or an http(s) address. */
    from: Type.String({ minLength: 1, maxLength: 4000 }),
    /** Told from the content when left out. */
    source: Type.Optional(OneOf(market.marketFormats)),
    sourceName: Type.Optional(Word),
    licence: Type.Optional(Word),
    sourceUrl: Type.Optional(Word),
    /** Keeps rows whose columns hold one of the values: `{ "Area": ["Zedland"] }`. */
    only: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    // What a plain table of dates and values does not say.
    name: Type.Optional(Word),
    date: Type.Optional(Word),
    value: Type.Optional(Word),
    by: Type.Optional(Type.Array(Word)),
    kind: Type.Optional(OneOf(marketKinds)),
    unit: Type.Optional(Word),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    perCurrency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    region: Type.Optional(Word),
    dateOrder: Type.Optional(OneOf(['dmy', 'mdy'] as const)),
  },
  { additionalProperties: false },
)
export type SourceDefinition = Static<typeof SourceDefinition>

/** Reads the operator's file of sources: a JSON list of definitions. @throws market.source-unknown with the place */
export function readDefinitions(text: string): SourceDefinition[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new AppError('market.not-json', { starts: text.slice(0, 60) }, { cause })
  }
  const List = Type.Array(SourceDefinition)
  if (Value.Check(List, parsed)) return parsed
  const [first] = Value.Errors(List, parsed)
  throw new AppError('market.source-unknown', { place: first?.instancePath ?? '', rule: first?.message ?? '' })
}

/** What is known of the publishers of each format. */
export const publishers: Readonly<
  Record<market.MarketFormat, { readonly name: string; readonly licence: string; readonly url: string | null }>
> = {
  wfp: {
    name: 'World Food Programme, food prices (HDX)',
    licence: 'CC BY-IGO',
    url: 'https://data.humdata.org/organization/wfp',
  },
  comtrade: { name: 'UN Comtrade', licence: 'UN Comtrade terms of use', url: 'https://comtradeplus.un.org' },
  worldbank: { name: 'World Bank, indicators', licence: 'CC BY 4.0', url: 'https://data.worldbank.org' },
  faostat: { name: 'FAOSTAT', licence: 'CC BY 4.0', url: 'https://www.fao.org/faostat' },
  ecb: {
    name: 'European Central Bank, reference rates',
    licence: 'Free reuse with attribution',
    url: 'https://www.ecb.europa.eu',
  },
  // Of a table nothing is known that the operator does not say: the pages have words for that.
  csv: { name: '', licence: '', url: null },
}
