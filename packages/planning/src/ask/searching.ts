// SPDX-License-Identifier: Apache-2.0
import type { MarketKindAsked, Question } from './types.ts'

/** Where the words of a catalogue are others than the good's own id: any of them will do. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  dollar: ['usd', 'dollar'],
  euro: ['eur', 'euro'],
  pound: ['gbp', 'pound'],
  riyal: ['sar', 'riyal'],
  dirham: ['aed', 'dirham'],
  masur: ['masur', 'masoor'],
  gram: ['gram', 'chickpea'],
  wage: ['wage', 'labour'],
  citrus: ['citrus', 'orange'],
  inflation: ['consumer price'],
  lentils: ['lentil', 'beans'],
  yarn: ['yarn'],
}

const currencies = new Set(['dollar', 'euro', 'pound', 'riyal', 'dirham'])

/** The words by which a good is looked for in the catalogue, in lower case; any of them. */
export function searchWordsOf(good: string): readonly string[] {
  return otherWords[good] ?? [good.toLowerCase()]
}

/** The kinds of series that answer a question about a good, the best first. */
export function kindsOf(
  good: string | undefined,
  measure: Extract<Question, { intent: 'series' }>['measure'],
): readonly MarketKindAsked[] {
  if (measure === 'trade') return ['trade']
  if (measure === 'harvest') return ['harvest', 'trade']
  if (good === 'inflation') return ['index']
  if (good !== undefined && currencies.has(good)) return ['rate']
  return measure === 'price' ? ['price', 'index', 'rate'] : ['price', 'index', 'rate', 'harvest', 'trade']
}
