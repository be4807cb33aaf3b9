// SPDX-License-Identifier: Apache-2.0
import { likeSounds } from './like-sounds.ts'
import type { FoldedName, FoldedWord, NameLikeness, NameReason } from './types.ts'

/** Words less alike than this do not belong together: at five letters a letter more or less still does, another one not. */
const leastLikeWord = 0.78
/** A word in one name only, of a kind that the other has too, counts fully; titles and kinds of firm count less. */
const weightOfKind = { name: 1, title: 0.25, company: 0.45, form: 0 } as const
const leastLikeJoined = 0.86
const likeInitial = 0.8

type Pair = { readonly i: number; readonly j: number; readonly like: number; readonly by: 'sound' | 'cut' | 'initial' }

/** How telling a word is in the names at hand, above zero; 1 for all when left out. */
export type TellingOf = (word: FoldedWord) => number

/**
 * How like two names are, and why. Symmetric; the order of words counts little; 1 for a name with itself.
 *
 * @param tellingOf How telling each word is: `Ali` in a list full of Alis says little. Left out: each counts the same.
 * @example compareNames(foldName('Ahmed Bros'), foldName('احمد برادرز')).similarity > 0.9 // true
 */
export function compareNames(a: FoldedName, b: FoldedName, tellingOf: TellingOf = () => 1): NameLikeness {
  if (a.words.length === 0 || b.words.length === 0) return { similarity: 0, reasons: [] }
  const acrossScripts = a.script !== b.script
  const pairs = pairWords(a, b, acrossScripts)
  const weights = [a, b].map(({ words }) => words.map((word) => weightOfKind[word.kind] * weightOf(word, tellingOf)))
  const [wa = [], wb = []] = weights
  const matched = sum(pairs.map(({ i, j, like }) => like * ((wa[i] ?? 0) + (wb[j] ?? 0))))
  const [all, least] = [sum(wa) + sum(wb), Math.min(sum(wa), sum(wb))]
  const ofBoth = matched / all
  const ofShorter = Math.min(1, matched / 2 / least)
  const areNames = ({ i, j }: Pair) => a.words[i]?.kind === 'name' && b.words[j]?.kind === 'name'
  const namesPaired = pairs.some(areNames) || !hasName(a) || !hasName(b)
  let similarity = namesPaired ? 0.7 * ofBoth + 0.3 * ofShorter : 0.3 * ofBoth
  const reasons = reasonsOf(a, b, pairs)
  // Only where one wrote two words as one: otherwise a whole other word would count as a slip in a long one.
  if (a.words.length !== b.words.length) {
    const joined = likeSounds(joinedSound(a), joinedSound(b), acrossScripts)
    if (joined >= leastLikeJoined && joined > similarity) {
      similarity = joined
      reasons.push('joined-words')
    }
  }
  if (companyWordsDiffer(a, b, pairs)) reasons.push('other-company-word')
  if (acrossScripts && similarity > leastLikeWord) reasons.push('other-script')
  if (numbersDiffer(a, b)) {
    reasons.push('other-number')
    similarity *= 0.6
  }
  if (similarity > 0.999 && reasons.length === 0) reasons.push('same-name')
  return { similarity: Math.min(1, similarity), reasons }
}

/** Longer words tell more. */
const weightOf = (word: FoldedWord, tellingOf: TellingOf) => tellingOf(word) * (1 + Math.min(word.sound.length, 8))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const hasName = (name: FoldedName) => name.words.some((word) => word.kind === 'name')
const joinedSound = (name: FoldedName) => name.words.map((word) => word.sound).join('')

/** The best pairs of words, each word once: greedy from the most alike; equal ones in order of place. */
function pairWords(a: FoldedName, b: FoldedName, acrossScripts: boolean): Pair[] {
  const possible: Pair[] = []
  a.words.forEach((x, i) => {
    b.words.forEach((y, j) => {
      const { like, by } = likeWords(x, y, acrossScripts, i === a.words.length - 1, j === b.words.length - 1)
      if (like >= leastLikeWord) possible.push({ i, j, like, by })
    })
  })
  possible.sort((p, q) => q.like - p.like || Math.abs(p.i - p.j) - Math.abs(q.i - q.j) || p.i + p.j - q.i - q.j)
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  return possible.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false
    usedA.add(i)
    usedB.add(j)
    return true
  })
}

function likeWords(
  x: FoldedWord,
  y: FoldedWord,
  acrossScripts: boolean,
  xIsLast: boolean,
  yIsLast: boolean,
): Pick<Pair, 'like' | 'by'> {
  const [short, long] = x.sound.length <= y.sound.length ? [x, y] : [y, x]
  const shortIsLast = short === x ? xIsLast : yIsLast
  if (short.sound.length === 1 && long.sound.length > 1)
    return { like: long.sound.startsWith(short.sound) ? likeInitial : 0, by: 'initial' }
  // The word at the end of a narrative may be cut off: three letters and more are enough to go on.
  if (shortIsLast && short.sound.length >= 3 && short.sound !== long.sound && long.sound.startsWith(short.sound))
    return { like: 0.8 + 0.2 * (short.sound.length / long.sound.length), by: 'cut' }
  // Mahmood is a name, Muhammad stands before many.
  if ((x.kind === 'title') !== (y.kind === 'title') && x.sound !== y.sound) return { like: 0, by: 'sound' }
  // Two short words are alike by chance: without vowels there must be something left to compare.
  const like = likeSounds(x.sound, y.sound, acrossScripts)
  const strict = short.sound.length <= 3 && x.skeleton !== y.skeleton
  return { like: strict ? like * 0.8 : like, by: 'sound' }
}

function reasonsOf(a: FoldedName, b: FoldedName, pairs: readonly Pair[]): NameReason[] {
  const reasons: NameReason[] = []
  if (pairs.some(({ like, by }) => by === 'sound' && like < 1)) reasons.push('sounds-alike')
  if (pairs.some(({ by }) => by === 'cut')) reasons.push('cut-off')
  if (pairs.some(({ by }) => by === 'initial')) reasons.push('initials')
  const fewest = Math.min(a.words.length, b.words.length)
  if (pairs.length === fewest && a.words.length !== b.words.length) reasons.push('part-of-name')
  const inOrder = [...pairs].sort((p, q) => p.i - q.i)
  if (inOrder.some(({ j }, at) => at > 0 && j < (inOrder[at - 1]?.j ?? 0))) reasons.push('other-order')
  return reasons
}

/** Both say what sort of firm they are, and not the same sort. */
function companyWordsDiffer(a: FoldedName, b: FoldedName, pairs: readonly Pair[]): boolean {
  const unpaired = (name: FoldedName, side: 'i' | 'j') =>
    name.words.some((word, at) => word.kind === 'company' && !pairs.some((pair) => pair[side] === at))
  return unpaired(a, 'i') && unpaired(b, 'j')
}

function numbersDiffer(a: FoldedName, b: FoldedName): boolean {
  if (a.numbers.length === 0 || b.numbers.length === 0) return false
  return a.numbers.join(' ') !== b.numbers.join(' ')
}
