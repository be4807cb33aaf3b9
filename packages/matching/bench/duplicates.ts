// SPDX-License-Identifier: Apache-2.0
// 20,000 invented items, 400 of them entered twice with a slip: how many pairs are found, how many are wrong, how long.
import { seededRandom } from '@resham/base'
import { findDuplicateItems, type ItemRecord } from '../src/index.ts'
import { firmNames, firstNames, trades } from './invented-names.ts'

const random = seededRandom(Number(process.argv[2] ?? 2026))
const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T
const things =
  'Football,Cricket Bat,Gloves,Shin Guard,Shirt,Shorts,Bag,Racket,Net,Cap,Shoes,Jacket,Scissors,Forceps,Needle Holder'.split(
    ',',
  )
const made =
  'Leather,Rubber,Cotton,Nylon,Steel,Wooden,Match,Training,Junior,Professional,Classic,Super,Premium,Export'.split(',')
const colours = 'Red,Blue,Green,White,Black,Yellow'.split(',')
const spelt = (list: readonly (readonly [string, string])[]) => pick(list)[0].split(',')[0] ?? ''

const items: ItemRecord[] = []
const names = new Set<string>()
while (items.length < 19_600) {
  const brand = random.next() < 0.5 ? spelt(firmNames) : spelt(firstNames)
  const name = `${brand} ${spelt(trades)} ${pick(made)} ${pick(things)} ${pick(colours)} ${1 + random.integer(12)}`
  if (names.has(name)) continue
  names.add(name)
  items.push({ id: `i${items.length}`, name })
}
const truth = new Set<string>()
for (let n = 0; n < 400; n++) {
  const of = items[n * 40] as ItemRecord
  const words = of.name.split(' ')
  const at = random.integer(words.length - 2)
  const word = words[at] ?? ''
  const cut = 1 + random.integer(Math.max(1, word.length - 2))
  words[at] =
    random.next() < 0.5
      ? word.slice(0, cut) + word.slice(cut + 1)
      : word.slice(0, cut) + word.charAt(cut) + word.slice(cut)
  const twin = { id: `j${n}`, name: (random.next() < 0.5 ? words : [...words].reverse()).join(' ').toUpperCase() }
  items.push(twin)
  truth.add(`${of.id} ${twin.id}`)
}
const started = performance.now()
const found = findDuplicateItems(items)
const seconds = (performance.now() - started) / 1000
const right = found.filter(({ a, b }) => truth.has(`${a} ${b}`)).length
console.log(
  `${items.length} items, ${truth.size} entered twice: ${right} found, ${found.length - right} pairs that are two items, ${seconds.toFixed(1)} s`,
)
