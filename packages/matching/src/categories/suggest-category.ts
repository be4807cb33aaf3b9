// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import { oneScript, skeletonOf, soundOf } from '../fold/letters.ts'
import { conceptOf } from '../order-text/lexicon.ts'

/** What a shop's own items say of its categories. */
export type CategoryModel = {
  readonly items: number
  readonly byCategory: ReadonlyMap<
    string,
    { readonly items: number; readonly words: number; readonly counts: ReadonlyMap<string, number> }
  >
  readonly vocabulary: number
}

export type CategorySuggestion = {
  readonly kind: 'suggestion'
  readonly category: string
  /** 0 to 1, among the shop's categories. */
  readonly probability: number
  /** The words of the name that speak for it most, as written, strongest first. */
  readonly because: readonly string[]
}

const leastProbability = 0.75
const leastCategories = 2
const smoothing = 1

/** Learns from the items that have a category. @param items Any number; those without a category are left out. */
export function learnCategories(
  items: readonly { readonly name: string; readonly category: string | null }[],
): CategoryModel {
  const byCategory = new Map<string, { items: number; words: number; counts: Map<string, number> }>()
  const vocabulary = new Set<string>()
  let count = 0
  for (const { name, category } of items) {
    if (category === null || category === '') continue
    count += 1
    const entry = byCategory.get(category) ?? { items: 0, words: 0, counts: new Map<string, number>() }
    byCategory.set(category, entry)
    entry.items += 1
    for (const { key } of wordsOf(name)) {
      vocabulary.add(key)
      entry.words += 1
      entry.counts.set(key, (entry.counts.get(key) ?? 0) + 1)
    }
  }
  return { items: count, byCategory, vocabulary: vocabulary.size }
}

/**
 * The category that an item's name belongs to, by what the shop's other items are called; declined where it is not clear.
 *
 * @source Multinomial naive Bayes with additive smoothing; Manning, Raghavan and Schütze, Introduction to Information
 *         Retrieval, 2008, section 13.2.
 */
export function suggestCategory(model: CategoryModel, name: string): CategorySuggestion | Declined {
  if (model.byCategory.size < leastCategories)
    return declined('too-few-categories', { needed: leastCategories, got: model.byCategory.size })
  const words = wordsOf(name).filter(({ key }) => [...model.byCategory.values()].some(({ counts }) => counts.has(key)))
  if (words.length === 0) return declined('no-known-word')
  const scored = [...model.byCategory].map(([category, entry]) => {
    const likelihood = (key: string) =>
      Math.log(((entry.counts.get(key) ?? 0) + smoothing) / (entry.words + smoothing * (model.vocabulary + 1)))
    const score = words.reduce((sum, { key }) => sum + likelihood(key), Math.log(entry.items / model.items))
    return { category, score, likelihood }
  })
  scored.sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1))
  const [best, second] = scored
  if (!best || !second) return declined('too-few-categories')
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0)
  if (1 / all < leastProbability) return declined('not-clear')
  const telling = [...words].sort(
    (a, b) => best.likelihood(b.key) - second.likelihood(b.key) - (best.likelihood(a.key) - second.likelihood(a.key)),
  )
  const because = telling
    .filter(({ key }) => best.likelihood(key) > second.likelihood(key))
    .map(({ written }) => written)
  return {
    kind: 'suggestion',
    category: best.category,
    probability: Math.round(1e4 / all) / 1e4,
    because: [...new Set(because)].slice(0, 3),
  }
}

/** Words by what they mean, else by their consonants: the shop writes one name in Urdu and the next in English. */
function wordsOf(name: string): { readonly key: string; readonly written: string }[] {
  return (name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).flatMap((written) => {
    const concept = conceptOf(oneScript(written))
    const skeleton = skeletonOf(soundOf(concept))
    const key = skeleton.length >= 3 ? skeleton : soundOf(concept)
    return key.length >= 2 ? [{ key, written }] : []
  })
}
