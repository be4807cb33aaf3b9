// SPDX-License-Identifier: Apache-2.0
import type { Attribute, Catalogue, LikeWord, NameForm } from './catalogue.ts'
import type { ItemCandidate, ItemReason } from './types.ts'

/** What was written of an item. */
export type Mention = {
  /** Words as written (`oneScript`); those of the line before, where it is carried on, weigh less. */
  readonly words: readonly { readonly written: string; readonly weight: number }[]
  /** Sizes and measures that were told as such. */
  readonly attributes: readonly Attribute[]
}

export type Scored = ItemCandidate & { readonly form: NameForm; readonly score: number }

/** Score at which a candidate is as likely as that none is meant. */
const scoreOfNone = 0.55
/** How sharply a better score wins. */
const sharpness = 12
/** A word that nothing in the catalogue is called by weighs this much of a usual one: it is mostly talk. */
const unknownShare = 0.45

/**
 * The items that a mention may mean, most likely first, one entry an item.
 *
 * Score: share of what was written that the name covers, times 0.65 to 1 by the share of the name that was written;
 * less where a size contradicts or the name's own noun was not said. Probabilities are a soft maximum of the scores with
 * "none of them" among the choices.
 */
export function scoreItems(catalogue: Catalogue, mention: Mention): Scored[] {
  const written = mention.words.map((word) => ({ ...word, likes: catalogue.likeWord(word.written) }))
  const touched = new Set(written.flatMap(({ likes }) => likes.flatMap(({ word }) => catalogue.formsWith(word))))
  const usual = Math.log(1 + catalogue.forms.length / 4)
  const weightOf = (word: (typeof written)[number]) =>
    word.weight * (word.likes[0] ? catalogue.tellingOf(word.likes[0].word) : usual * unknownShare)
  const total = written.reduce((sum, word) => sum + weightOf(word), 0)
  if (total === 0) return []
  const best = new Map<string, { form: NameForm; score: number; reasons: ItemReason[] }>()
  for (const at of touched) {
    const form = catalogue.forms[at] as NameForm
    const covered = written.reduce((sum, word) => sum + weightOf(word) * likeIn(form, word.likes), 0) / total
    const told = form.words.map((word) => ({
      word,
      like: Math.max(0, ...written.map(({ likes }) => likeTo(word, likes))),
    }))
    const weights = form.words.map((word) => catalogue.tellingOf(word))
    const named =
      told.reduce((sum, { like }, i) => sum + like * (weights[i] ?? 0), 0) / weights.reduce((a, b) => a + b, 0)
    const headTold = (told.find(({ word }) => word === form.head)?.like ?? 0) > 0
    const score = covered * (0.65 + 0.35 * named) * attributeFactor(form, mention.attributes) * (headTold ? 1 : 0.92)
    const before = best.get(form.item.id)
    if (!before || score > before.score)
      best.set(form.item.id, { form, score, reasons: reasonsOf(form, told, mention) })
  }
  return toCandidates([...best.values()])
}

function toCandidates(found: readonly { form: NameForm; score: number; reasons: ItemReason[] }[]): Scored[] {
  const sorted = [...found].sort((a, b) => b.score - a.score || (a.form.item.id < b.form.item.id ? -1 : 1)).slice(0, 12)
  const weights = sorted.map(({ score }) => Math.exp(sharpness * (score - 1)))
  const all = weights.reduce((sum, weight) => sum + weight, Math.exp(sharpness * (scoreOfNone - 1)))
  return sorted.map(({ form, score, reasons }, i) => ({
    ...{ itemId: form.item.id, form, score, reasons },
    probability: Math.round(((weights[i] ?? 0) / all) * 1e4) / 1e4,
  }))
}

const likeTo = (word: string, likes: readonly LikeWord[]) => likes.find((one) => one.word === word)?.like ?? 0
const likeIn = (form: NameForm, likes: readonly LikeWord[]) =>
  likes.find(({ word }) => form.words.includes(word))?.like ?? 0

/** A size said otherwise speaks against an item strongly; a size not said, or one that the item does not have, a little. */
function attributeFactor(form: NameForm, told: readonly Attribute[]): number {
  let factor = 1
  for (const { base, value } of told) {
    const same = form.attributes.filter((attribute) => attribute.base === base)
    if (same.some((attribute) => attribute.value === value)) continue
    factor *= same.length > 0 ? 0.2 : 0.75
  }
  const untold = form.attributes.filter(({ base }) => !told.some((attribute) => attribute.base === base))
  return factor * 0.97 ** untold.length
}

function reasonsOf(form: NameForm, told: readonly { word: string; like: number }[], mention: Mention): ItemReason[] {
  const reasons: ItemReason[] = []
  const same = told.filter(({ like }) => like === 1).map(({ word }) => word)
  const alike = told.filter(({ like }) => like > 0 && like < 1).map(({ word }) => word)
  if (same.length > 0) reasons.push({ code: 'same-words', words: same })
  if (alike.length > 0) reasons.push({ code: 'sounds-alike', words: alike })
  const sizes = mention.attributes.filter(({ base, value }) =>
    form.attributes.some((one) => one.base === base && one.value === value),
  )
  if (sizes.length > 0) reasons.push({ code: 'size', words: sizes.map(({ value }) => String(value)) })
  if (mention.words.some(({ weight }) => weight < 1)) reasons.push({ code: 'line-before' })
  return reasons
}
