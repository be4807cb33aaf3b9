// SPDX-License-Identifier: Apache-2.0
import { oneScript } from '../fold/letters.ts'
import type { LocalUnit } from './types.ts'

/** What a unit word means. */
export type UnitWord =
  /** So many of whatever is counted: a dozen pairs. */
  | { readonly kind: 'count'; readonly factor: number }
  /** Pieces or pairs: counted as they are. */
  | { readonly kind: 'piece' }
  | { readonly kind: 'pair' }
  /** A packet, a carton: what one is sold in, or what many come in. `either`: people say it for both. */
  | { readonly kind: 'pack'; readonly container: string; readonly holds: 'one' | 'many' | 'either' }
  /** Weight, volume, length: `perBase` of the base unit's thousandths. */
  | { readonly kind: 'measure'; readonly base: string; readonly milli: number }
  /** Says that the number beside it is a size or a kind. */
  | { readonly kind: 'size' }

const packs = (holds: 'one' | 'many' | 'either', lines: readonly string[]) =>
  lines.map((words) => [{ kind: 'pack', container: words.split(' ')[0] ?? '', holds }, words] as const)

const rows: readonly (readonly [UnitWord, string])[] = [
  [{ kind: 'count', factor: 12 }, 'dozen dozens doz dz dzn darjan darjen durjan derjan drjn darzan درجن'],
  [{ kind: 'count', factor: 144 }, 'gross gurus grus گروس گرس'],
  [{ kind: 'count', factor: 20 }, 'kori korii کوڑی'],
  [
    { kind: 'piece' },
    'piece pieces pcs pc pce nos adad adat each unit units dana danay dane piec ata عدد پیس دانے دانہ یونٹ',
  ],
  [{ kind: 'pair' }, 'pair pairs pr prs jori joree jora jore joray jorey joriyan jodi جوڑی جوڑے جوڑا جوڑیاں'],
  ...packs('one', [
    'packet packets pkt pkts pack packs paket پیکٹ پیک',
    'bag bags thaila thaily thailay thelay thela thele thaile تھیلا تھیلے تھیلی',
    'can cans tin tins کین ٹین',
    'bottle bottles botal بوتل بوتلیں',
    'set sets سیٹ',
  ]),
  ...packs('many', [
    'carton cartons ctn ctns karton kartan کارٹن',
    'box boxes بکس',
    'petti peti petiyan پیٹی پیٹیاں',
    'sack sacks bori boriyan bora boray بوری بوریاں بورے',
    'bundle bundles gatha gathay بنڈل',
    'thaan تھان',
  ]),
  ...packs('either', ['dabba dabbay dabbe daba ڈبہ ڈبے ڈبا']),
  [{ kind: 'measure', base: 'kg', milli: 1000 }, 'kg kgs kilo kilos kilogram kilograms klo کلو کلوگرام'],
  [{ kind: 'measure', base: 'kg', milli: 1 }, 'g gm gms gram grams gramme gr گرام'],
  [{ kind: 'measure', base: 'kg', milli: 250 }, 'pao پاؤ'],
  [{ kind: 'measure', base: 'oz', milli: 1000 }, 'oz ounce ounces aons اونس'],
  [{ kind: 'measure', base: 'litre', milli: 1000 }, 'l-3 ltr ltrs liter liters litre litres leter litar لیٹر لٹر'],
  [{ kind: 'measure', base: 'litre', milli: 1 }, 'ml mililiter ملی'],
  [{ kind: 'measure', base: 'metre', milli: 1000 }, 'metre metres meter meters mtr mtrs میٹر'],
  [{ kind: 'measure', base: 'metre', milli: 914.4 }, 'gaz yard yards yds گز'],
  [{ kind: 'measure', base: 'inch', milli: 1000 }, 'inch inches inchi in-3 انچ'],
  [{ kind: 'measure', base: 'foot', milli: 1000 }, 'feet foot-3 fit-3 ft فٹ-3'],
  [{ kind: 'size' }, 'size sizes sz saiz number numbr nmbr numbers سائز نمبر'],
]

const builtIn: ReadonlyMap<string, UnitWord> = new Map(
  rows.flatMap(([unit, words]) =>
    words.split(' ').flatMap((word) => (word.includes('-') ? [] : ([[oneScript(word), unit]] as const))),
  ),
)

/** Every unit word with its meaning: those of the language, and those of the place. */
export function unitWords(local: readonly LocalUnit[] = []): ReadonlyMap<string, UnitWord> {
  if (local.length === 0) return builtIn
  const all = new Map(builtIn)
  for (const { words, unit, milli } of local)
    for (const word of words) all.set(oneScript(word), { kind: 'measure', base: baseOfUnit(unit) ?? unit, milli })
  return all
}

/** The base in which a catalogue's unit is measured: `kg` for `kilo`; undefined for a unit that is counted. */
export function baseOfUnit(unit: string): string | undefined {
  const known = builtIn.get(oneScript(unit))
  return known?.kind === 'measure' ? known.base : undefined
}

/** A unit's own size in thousandths of its base: 1 for a gram, 1000 for a kilogram; undefined for one that is counted. */
export function milliOfUnit(unit: string): number | undefined {
  const known = builtIn.get(oneScript(unit))
  return known?.kind === 'measure' ? known.milli : undefined
}

/** What a catalogue's unit counts. A unit that nobody knows counts as itself. */
export function kindOfUnit(unit: string | null): UnitWord | undefined {
  return unit === null ? { kind: 'piece' } : builtIn.get(oneScript(unit))
}
