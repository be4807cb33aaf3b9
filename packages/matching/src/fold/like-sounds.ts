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

/** Two far sounds: a name says something else more often than a finger slips. */
const farSounds = 1.2
/** Letters of sounds lie below this code; letters of other scripts above it are near nothing. */
const codes = 128
const readings = Float64Array.from({ length: codes * codes }, (_, at) => {
  const [a, b] = [String.fromCharCode(Math.floor(at / codes)), String.fromCharCode(at % codes)]
  if (a === b) return 0
  return near[a + b] ?? near[b + a] ?? (vowels.has(a) && vowels.has(b) ? 0.3 : farSounds)
})
/** A vowel is left out easily, and at no cost where one side is in Urdu script, which writes short ones seldom. */
const leavingOut = (acrossScripts: boolean) =>
  Float64Array.from({ length: codes }, (_, code) => {
    const sound = String.fromCharCode(code)
    if (vowels.has(sound)) return acrossScripts ? 0.08 : 0.35
    return sound === 'h' || sound === 'y' || sound === 'w' ? 0.5 : 1
  })
const [withinScript, betweenScripts] = [leavingOut(false), leavingOut(true)]

/**
 * How like two sounds are, 0 to 1: one less the cheapest way from one to the other, by their mean number of letters.
 *
 * @param acrossScripts True when one was written in Urdu script and the other in Latin letters.
 * @source Weighted edit distance with neighbours that change places: Wagner and Fischer, 1974; Damerau, 1964.
 */
export function likeSounds(a: string, b: string, acrossScripts: boolean): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0
  const leaving = acrossScripts ? betweenScripts : withinScript
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let i = 1; i <= a.length; i++) cost[i * width] = at(cost, (i - 1) * width) + out(a.charCodeAt(i - 1))
  for (let j = 1; j <= b.length; j++) cost[j] = at(cost, j - 1) + out(b.charCodeAt(j - 1))
  for (let i = 1; i <= a.length; i++) {
    const x = a.charCodeAt(i - 1)
    const outOfA = out(x)
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1)
      const asOther = at(cost, (i - 1) * width + j - 1) + reading(x, y)
      const withoutX = at(cost, (i - 1) * width + j) + outOfA
      const withoutY = at(cost, i * width + j - 1) + out(y)
      let least = Math.min(asOther, withoutX, withoutY)
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2))
        least = Math.min(least, at(cost, (i - 2) * width + j - 2) + placesChanged)
      cost[i * width + j] = least
    }
  }
  return Math.max(0, 1 - at(cost, cost.length - 1) / ((a.length + b.length) / 2))

  function out(code: number): number {
    return code < codes ? at(leaving, code) : 1
  }
}

const placesChanged = 0.7
const at = (values: Float64Array, index: number) => values[index] as number

function reading(x: number, y: number): number {
  if (x < codes && y < codes) return at(readings, x * codes + y)
  return x === y ? 0 : farSounds
}
