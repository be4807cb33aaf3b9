// SPDX-License-Identifier: Apache-2.0
// A year of 5,000 messy payments with known truth: how many are right at first rank, how many automatic ones are wrong.
// Seeds may be named; with the word `forget` nothing that was confirmed teaches.
import { learn, matchPayments } from '../src/index.ts'
import { type Judged, judgeYear, settings } from './judge.ts'
import { makeMessyYear } from './messy-year.ts'

const forgets = process.argv.includes('forget')
const seeds = process.argv
  .slice(2)
  .filter((word) => word !== 'forget')
  .map(Number)
const count = 5_000

/** The weights were fitted on seeds 1 to 5, the rules of what is automatic looked at on 11 to 14; these were kept back. */
for (const seed of seeds.length > 0 ? seeds : [3001, 3002, 3003]) {
  const year = makeMessyYear(seed, count)
  const started = performance.now()
  const judged = judgeYear(year, !forgets)
  report(seed, judged, year.documents.length, performance.now() - started)
}

reportSpeed()

/** A whole year handed in at once: 5,000 lines beside 1,000 open documents. */
function reportSpeed(): void {
  const year = makeMessyYear(3001, count)
  const documents = year.documents.slice(0, 1_000).map((document) => ({ ...document, openMinor: document.totalMinor }))
  const lines = year.lines.map(({ line }) => line)
  const started = performance.now()
  matchPayments({ lines, documents, parties: year.parties, memory: learn([]) }, settings)
  console.log(`at once: ${lines.length} lines, 1000 documents: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function report(seed: number, judged: readonly Judged[], documents: number, milliseconds: number): void {
  const share = (part: readonly Judged[], of: readonly Judged[]) =>
    `${((100 * part.length) / Math.max(1, of.length)).toFixed(1)} % of ${of.length}`
  const right = (list: readonly Judged[]) => list.filter(({ rank }) => rank === 0)
  const automatic = judged.filter(({ match }) => match.automatic)
  console.log(`seed ${seed}: ${judged.length} lines, ${documents} documents, ${(milliseconds / 1000).toFixed(1)} s`)
  console.log(`  right at first rank   ${share(right(judged), judged)}`)
  console.log(
    `  right among those shown ${share(
      judged.filter(({ rank }) => rank >= 0),
      judged,
    )}`,
  )
  console.log(
    `  automatic             ${share(automatic, judged)}, wrong: ${automatic.length - right(automatic).length}`,
  )
  for (const kind of new Set(judged.map(kindOf)))
    console.log(
      `  ${kind.padEnd(22)}${share(
        right(judged.filter((one) => kindOf(one) === kind)),
        judged.filter((one) => kindOf(one) === kind),
      )}`,
    )
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 0.99],
    [0.99, 0.995],
    [0.995, 1.01],
  ] as const) {
    const within = judged.filter(({ match }) => {
      const score = match.suggestions[0]?.score ?? 0
      return score >= from && score < to
    })
    console.log(`  said ${from} to ${Math.min(1, to)}: right ${share(right(within), within)}`)
  }
}

function kindOf({ of: { truth } }: Judged): string {
  if (truth.kind !== 'settles') return truth.kind
  const many = truth.parts.length > 1 ? 'several' : 'one'
  if (truth.fee > 0) return `${many}, fee`
  return truth.deduction === null ? `${many}` : `${many}, withheld`
}
