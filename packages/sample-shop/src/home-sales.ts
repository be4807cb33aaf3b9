// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, fromDayNumber, type PlainDate, type Random } from '@resham/base'
import type { DayFactors } from './calendar-effects.ts'
import { customers } from './customers.ts'
import { pick, poisson } from './draw.ts'
import type { Draft } from './items.ts'
import { homeCountry } from './place.ts'
import type { SampleChannel, SampleLine } from './types.ts'

/** Home lines on an ordinary day at the start. */
const linesPerDay = 47

/** Share of home lines: over the counter, by message to shops and clubs, by web order. */
const whatsappShare = 0.26
const onlineShare = 0.16

type Wanted = { readonly draft: Draft; readonly channel: SampleChannel; readonly quantity: number }

export type HomeInput = {
  readonly random: Random
  readonly drafts: readonly Draft[]
  readonly first: DayNumber
  readonly factors: readonly DayFactors[]
  readonly priceOf: (draft: Draft, day: DayNumber, channel: SampleChannel) => number
  /** True while nobody can buy the item. */
  readonly isOut: (itemCode: string, day: DayNumber) => boolean
}

const homeBuyers = customers.filter((customer) => customer.kind === 'home')

/** Lines of the home market, day after day: demand by item, spread over channels, put into baskets. */
export function homeSales(input: HomeInput): readonly SampleLine[] {
  const lines: SampleLine[] = []
  let document = 0
  for (const [i, factors] of input.factors.entries()) {
    const day = input.first + i
    const wanted = wantedOn(input, day, i / 365.25, factors)
    for (const basket of baskets(input.random, wanted)) {
      document += 1
      lines.push(...invoice(input, day, document, basket))
    }
  }
  return lines
}

function wantedOn(input: HomeInput, day: DayNumber, years: number, factors: DayFactors): Wanted[] {
  const { random } = input
  // Days differ for reasons nobody wrote down.
  const mood = Math.exp(0.12 * random.normal())
  const wanted: Wanted[] = []
  for (const draft of input.drafts) {
    const { yearly, cricket } = draft.category
    const season = 1 + cricket * factors.winter + (cricket > 0.3 ? factors.cricketNights : 0)
    const mean = linesPerDay * draft.weight * (1 + yearly) ** years * season * factors.all * mood
    const count = poisson(random, mean)
    if (count === 0 || input.isOut(draft.item.code, day)) continue
    for (let k = 0; k < count; k += 1) wanted.push({ draft, ...channelAndQuantity(random) })
  }
  return wanted
}

function channelAndQuantity(random: Random): { channel: SampleChannel; quantity: number } {
  const where = random.next()
  if (where < whatsappShare) return { channel: 'whatsapp', quantity: 4 + random.integer(4) * 2 + random.integer(5) }
  if (where < whatsappShare + onlineShare) return { channel: 'online', quantity: 1 + random.integer(2) }
  return { channel: 'shop', quantity: 1 + poisson(random, 0.6) }
}

/** Puts the day's lines of each channel into baskets of one to four, in a random order. */
function baskets(random: Random, wanted: Wanted[]): Wanted[][] {
  for (let i = wanted.length - 1; i > 0; i -= 1) {
    const j = random.integer(i + 1)
    const held = wanted[i] as Wanted
    wanted[i] = wanted[j] as Wanted
    wanted[j] = held
  }
  const found: Wanted[][] = []
  for (const channel of ['shop', 'whatsapp', 'online'] as const) {
    const ofChannel = wanted.filter((line) => line.channel === channel)
    for (let at = 0; at < ofChannel.length; ) {
      const size = 1 + random.integer(channel === 'whatsapp' ? 4 : 2)
      found.push(ofChannel.slice(at, at + size))
      at += size
    }
  }
  return found
}

function invoice(input: HomeInput, day: DayNumber, number: number, basket: readonly Wanted[]): SampleLine[] {
  const { random } = input
  const channel = basket[0]?.channel ?? 'shop'
  const named = channel === 'whatsapp' || (channel === 'online' && random.next() < 0.4)
  // A few clubs and shops buy much more often than the rest.
  const customer = named ? pick(random, homeBuyers.slice(0, 1 + random.integer(homeBuyers.length))).code : ''
  const minuteOfDay = 9 * 60 + random.integer(12 * 60)
  const status = random.next() < 0.012 ? 'cancelled' : 'completed'
  const plainDay: PlainDate = fromDayNumber(day)
  return basket.map((line) => ({
    document: `S${String(number).padStart(6, '0')}`,
    day: plainDay,
    minuteOfDay,
    itemCode: line.draft.item.code,
    quantity: line.quantity,
    unitPriceMinor: input.priceOf(line.draft, day, channel),
    customer,
    country: homeCountry,
    channel,
    status,
  }))
}
