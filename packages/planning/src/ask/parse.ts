// SPDX-License-Identifier: Apache-2.0
import { type Entry, type Heard, hear, type Lexicon } from './lexicon.ts'
import { readTime } from './time.ts'
import type { AskedTime, Question, SeriesAsk } from './types.ts'
import type { Meaning } from './words.ts'

const INFLATION = 'inflation'

/** What was heard, sorted. */
type Sorted = {
  readonly heard: readonly Heard[]
  readonly goods: readonly string[]
  readonly places: readonly string[]
  readonly time: AskedTime | null
  readonly has: (...any: Meaning[]) => boolean
}

/**
 * Understands a question about prices, trade or the shop, in English, Urdu or Roman Urdu, or says that it does not.
 *
 * The grammar is a list: the first line that fits is what was asked. No word's order matters but in times.
 */
export function parseQuestion(text: string, lexicon: Lexicon): Question {
  const sorted = sort(hear(text.slice(0, 500), lexicon))
  return aboutSelling(sorted) ?? aboutShop(sorted) ?? aboutSeries(sorted) ?? unknown(sorted)
}

function sort(heard: readonly Heard[]): Sorted {
  const meanings = new Set(heard.flatMap(({ entry }) => (entry.kind === 'meaning' ? [entry.id] : [])))
  const ids = (kind: 'good' | 'place') => [...new Set(heard.flatMap(({ entry }) => idOf(entry, kind)))]
  const goods = ids('good')
  // "Mehnge" (dear) sounds as "mehngai" (inflation) does: beside goods it says what becomes of them.
  const isDear = goods.length > 1 && goods.includes(INFLATION) && !meanings.has('compare') && !meanings.has('and')
  if (isDear) meanings.add('rising')
  return {
    heard,
    goods: isDear ? goods.filter((id) => id !== INFLATION) : goods,
    places: ids('place'),
    time: readTime(heard),
    has: (...any) => any.some((meaning) => meanings.has(meaning)),
  }
}

function idOf(entry: Entry, kind: 'good' | 'place'): string[] {
  return entry.kind === kind ? [entry.id] : []
}

function aboutSelling({ has }: Sorted): Question | undefined {
  const selling = has('sell', 'trade', 'sales')
  if (has('where') && selling) return { intent: 'where-to-sell' }
  if (has('country') && has('sell')) return { intent: 'where-to-sell' }
  return undefined
}

function aboutShop({ has, goods, time }: Sorted): Question | undefined {
  if (has('moves') && has('sales', 'my')) return { intent: 'moves' }
  if (goods.length > 0) return undefined
  if (has('items') && (has('my') || has('rising', 'falling', 'best'))) {
    const way = has('falling', 'lowest') ? 'falling' : has('rising') && !has('best', 'highest') ? 'rising' : 'best'
    return { intent: 'my-items', way }
  }
  // "What sells best" names no goods and no things.
  if (has('best') && has('my', 'sell', 'sales', 'highest')) return { intent: 'my-items', way: 'best' }
  if (has('sales') && !has('trade')) {
    const ask = has('why') ? 'why' : isAhead(has, time) ? 'ahead' : 'now'
    return { intent: 'my-sales', ask }
  }
  return undefined
}

function aboutSeries({ has, goods, places, time }: Sorted): Question | undefined {
  const measure = has('trade') ? 'trade' : has('harvest') ? 'harvest' : has('price') ? 'price' : null
  // "Exports to Germany" names no goods.
  if (
    goods.length === 0 &&
    !(measure === 'trade' && (places.length > 0 || time !== null || has('rising', 'falling', 'why', 'now', 'ahead')))
  ) {
    return undefined
  }
  const several = goods.length > 1 || places.length > 1
  if (several && has('compare', 'and')) return { intent: 'compare', measure, goods, places, time }
  return { intent: 'series', ask: askOf(has, time), measure, goods, places, time }
}

function askOf(has: Sorted['has'], time: AskedTime | null): SeriesAsk {
  if (has('why')) return 'why'
  if (has('season')) return 'season'
  if (has('when') && has('lowest', 'falling', 'highest', 'rising') && time === null && !has('past')) return 'season'
  if (has('highest')) return 'highest'
  if (has('lowest')) return 'lowest'
  if (isAhead(has, time)) return 'ahead'
  if (time !== null && !(time.kind === 'relative' && time.count === 0 && time.unit === 'day')) return 'past'
  return has('past') && !has('now') ? 'past' : 'now'
}

function isAhead(has: Sorted['has'], time: AskedTime | null): boolean {
  if (time?.kind === 'relative' && time.count !== 0) return time.count > 0
  return has('ahead') && !has('past')
}

function unknown({ goods, places }: Sorted): Question {
  return { intent: 'unknown', goods, places }
}
