// SPDX-License-Identifier: Apache-2.0

const vowels = new Set(['a', 'e', 'i', 'o', 'u'])
/** Sounds that writers take for one another, and what it costs to read one as the other (0 to 1). */
const near: Readonly<Record<string, number>> = {
  ...{ wu: 0.05, wo: 0.05, yi: 0.05, ye: 0.05, wa: 0.5, ya: 0.4, yu: 0.6, we: 0.7 },
  ...{
    sz: 0.4,
    gj: 0.4,
    fp: 0.4,
    jz: 0.5,
    cx: 0.5,
    kg: 0.6,
    td: 0.6,
    hk: 0.5,
    sx: 0.6,
    nm: 0.7,
    ck: 0.6,
    bw: 0.8,
    bp: 0.7,
  },
}

function costOfReading(a: string, b: string): number {
  if (a === b) return 0
  const known = near[a + b] ?? near[b + a]
  if (known !== undefined) return known
  // Two far sounds: a name says something else more often than a finger slips.
  return vowels.has(a) && vowels.has(b) ? 0.3 : 1.2
}

/** A vowel is left out easily, and at no cost where one side is in Urdu script, which writes short ones seldom. */
function costOfLeavingOut(sound: string, acrossScripts: boolean): number {
  if (vowels.has(sound)) return acrossScripts ? 0.08 : 0.35
  if (sound === 'h' || sound === 'y' || sound === 'w') return 0.5
  return 1
}

/**
 * How like two sounds are, 0 to 1: one less the cheapest way from one to the other, by their mean number of letters.
 *
 * @param acrossScripts True when one was written in Urdu script and the other in Latin letters.
 * @source Weighted edit distance with neighbours that change places: Wagner and Fischer, 1974; Damerau, 1964.
 */
export function likeSounds(a: string, b: string, acrossScripts: boolean): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) cost[i * width] = at(cost, (i - 1) * width) + out(a, i)
  for (let j = 1; j <= b.length; j++) cost[j] = at(cost, j - 1) + out(b, j)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a.charAt(i - 1), b.charAt(j - 1)]
      let least = Math.min(
        at(cost, (i - 1) * width + j - 1) + costOfReading(x, y),
        at(cost, (i - 1) * width + j) + out(a, i),
        at(cost, i * width + j - 1) + out(b, j),
      )
      if (i > 1 && j > 1 && x === b.charAt(j - 2) && y === a.charAt(i - 2))
        least = Math.min(least, at(cost, (i - 2) * width + j - 2) + 0.7)
      cost[i * width + j] = least
    }
  }
  return Math.max(0, 1 - at(cost, cost.length - 1) / ((a.length + b.length) / 2))

  function out(word: string, end: number): number {
    return costOfLeavingOut(word.charAt(end - 1), acrossScripts)
  }
}

const at = (values: Float64Array, index: number) => values[index] as number
