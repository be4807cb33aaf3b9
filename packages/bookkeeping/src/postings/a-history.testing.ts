// SPDX-License-Identifier: Apache-2.0
import { addDays, type PlainDate, plainDate, type Random, seededRandom } from '@resham/base'
import {
  type AverageCost,
  addValueAtAverage,
  convert,
  type EntrySource,
  type ExchangeRate,
  issueAtAverage,
  noStock,
  type Open,
  type PostingFact,
  type PostingRole,
  postingRoles,
  type RoleAccounts,
  receiveAtAverage,
  settledShare,
} from '../index.ts'

/** Each role an account of its own, named after it. */
export const plainAccounts = Object.fromEntries(postingRoles.map((role: PostingRole) => [role, role])) as RoleAccounts

type Claim = { readonly side: 'receivable' | 'payable'; readonly party: string; readonly currency: string; open: Open }

/** What a business did, day by day, and what must stand in its books when everything is settled. */
export type History = { readonly facts: readonly PostingFact[]; readonly stockValueMinor: bigint }

/**
 * An invented business: buys (receipt, then bill or bill with a difference, freight spread), sells (also from below
 * zero), takes things back, is paid in parts, in rupees and dollars, with fees and deposits. At the end everything
 * that is open is settled.
 *
 * @param seed Whole. @param steps How many things happen before all is settled.
 */
export function aHistory(seed: number, steps: number, from = '2026-01-05', daysPerStep = 1): History {
  const random = seededRandom(seed)
  const shop = new Shop(random, plainDate(from), daysPerStep)
  for (let i = 0; i < steps; i++) shop.something()
  shop.settleAll()
  return { facts: shop.facts, stockValueMinor: shop.stock.valueMinor }
}

class Shop {
  readonly facts: PostingFact[] = []
  stock: AverageCost = noStock
  private claims: Claim[] = []
  private number = 0
  private readonly random: Random
  private day: PlainDate
  private readonly daysPerStep: number

  constructor(random: Random, day: PlainDate, daysPerStep: number) {
    this.random = random
    this.day = day
    this.daysPerStep = daysPerStep
  }

  something(): void {
    this.day = addDays(this.day, this.random.integer(this.daysPerStep + 1))
    const choices = [
      this.buy,
      this.buy,
      this.sell,
      this.sell,
      this.sell,
      this.takeBack,
      this.count,
      this.pay,
      this.pay,
      this.deposit,
    ]
    choices[this.random.integer(choices.length)]?.call(this)
  }

  private about(kind: string): { source: EntrySource; day: PlainDate } {
    this.number++
    return { source: { kind, id: `${kind}-${this.number}` }, day: this.day }
  }

  private amount(most: number): bigint {
    return BigInt(1 + this.random.integer(most))
  }

  /** The rate wanders, so that every settlement has a difference. */
  private rateOf(currency: string): ExchangeRate | null {
    if (currency === 'PKR') return null
    const rate = `${270 + this.random.integer(20)}.${this.random.integer(10_000).toString().padStart(4, '0')}`
    return { from: currency, to: 'PKR', rate, fromDecimals: 2, toDecimals: 2 }
  }

  private home(minor: bigint, rate: ExchangeRate | null): bigint {
    return rate === null ? minor : convert(minor, rate)
  }

  private currency(): string {
    return this.random.integer(3) === 0 ? 'USD' : 'PKR'
  }

  private party(side: Claim['side']): string {
    return `${side}-${this.random.integer(4)}`
  }

  private receive(quantity: bigint, value: bigint): void {
    const receipt = receiveAtAverage(this.stock, quantity, value)
    this.stock = receipt.cost
    const more = { valueHomeMinor: value, correctionHomeMinor: receipt.correctionMinor }
    this.facts.push({ event: 'goods-received', ...this.about('receipt'), ...more })
  }

  private buy(): void {
    const [currency, party] = [this.currency(), this.party('payable')]
    const rate = this.rateOf(currency)
    const [quantity, goodsMinor, taxMinor] = [this.amount(90_000), this.amount(900_000), this.amount(90_000)]
    const guessed = this.home(goodsMinor, rate) + this.amount(2_000) - 1_000n
    const movedHomeMinor = guessed < 0n ? 0n : guessed
    this.receive(quantity, movedHomeMinor)
    const more = addValueAtAverage(this.stock, quantity, this.home(goodsMinor, rate) - movedHomeMinor)
    const differenceOnHandHomeMinor = more.cost.valueMinor - this.stock.valueMinor
    this.stock = more.cost
    const freight = this.amount(5_000)
    const others = [{ minor: freight, to: 'landed-costs' as const }]
    const paper = { party, currency, rate, goodsMinor, movedHomeMinor, differenceOnHandHomeMinor, others, taxMinor }
    this.facts.push({ event: 'bill-issued', ...this.about('bill'), ...paper })
    const landed = addValueAtAverage(this.stock, quantity, this.home(freight, rate))
    const onHandHomeMinor = landed.cost.valueMinor - this.stock.valueMinor
    this.stock = landed.cost
    this.facts.push({
      event: 'landed-cost-spread',
      ...this.about('spread'),
      onHandHomeMinor,
      soldHomeMinor: landed.soldMinor,
    })
    const total = [goodsMinor, freight, taxMinor]
    this.owe('payable', party, currency, rate, total)
  }

  private owe(side: Claim['side'], party: string, currency: string, rate: ExchangeRate | null, parts: bigint[]): void {
    const sum = (of: (minor: bigint) => bigint) => parts.reduce((so, part) => so + of(part), 0n)
    const open = { foreignMinor: sum((part) => part), homeMinor: sum((part) => this.home(part, rate)) }
    this.claims.push({ side, party, currency, open })
  }

  private sell(): void {
    const [currency, party] = [this.currency(), this.party('receivable')]
    const rate = this.rateOf(currency)
    const issue = issueAtAverage(this.stock, this.amount(40_000), true)
    this.stock = issue.cost
    this.facts.push({ event: 'goods-shipped', ...this.about('shipment'), valueHomeMinor: issue.costMinor })
    const [netMinor, taxMinor] = [this.amount(700_000), this.amount(70_000)]
    const paper = { party, currency, rate, net: [{ minor: netMinor }], taxMinor }
    this.facts.push({ event: 'invoice-issued', ...this.about('invoice'), ...paper })
    this.owe('receivable', party, currency, rate, [netMinor, taxMinor])
  }

  private takeBack(): void {
    const [quantity, value] = [this.amount(1_000), this.amount(9_000)]
    const receipt = receiveAtAverage(this.stock, quantity, value)
    this.stock = receipt.cost
    const more = { valueHomeMinor: value, correctionHomeMinor: receipt.correctionMinor }
    this.facts.push({ event: 'goods-returned-by-customer', ...this.about('return'), ...more })
  }

  private count(): void {
    if (this.stock.quantityMilli < 2n) return
    const lost = issueAtAverage(this.stock, (this.amount(1_000) % (this.stock.quantityMilli - 1n)) + 1n)
    this.stock = lost.cost
    const because = (['count', 'damage', 'own-use'] as const)[this.random.integer(3)] ?? 'count'
    const differenceHomeMinor = -lost.costMinor
    this.facts.push({ event: 'stock-adjusted', ...this.about('count'), differenceHomeMinor, because })
  }

  private pay(): void {
    const claim = this.claims[this.random.integer(Math.max(1, this.claims.length))]
    if (claim === undefined) return
    this.settle(claim, this.amount(Number(claim.open.foreignMinor)))
  }

  private settle(claim: Claim, amountMinor: bigint): void {
    const { side, party, currency } = claim
    const rate = this.rateOf(currency)
    const isIn = side === 'receivable'
    const feeMinor = isIn ? this.amount(500) % (amountMinor + 1n) : this.amount(500)
    const arrived = isIn ? amountMinor - feeMinor : amountMinor
    const withheldMinor = 0n
    this.facts.push({
      event: isIn ? 'payment-in' : 'payment-out',
      ...this.about('payment'),
      ...{
        party,
        currency,
        rate,
        money: currency === 'PKR' ? 'cash' : 'bank',
        amountMinor: arrived,
        feeMinor,
        withheldMinor,
      },
      against: isIn ? 'receivables' : 'payables',
    })
    // What the payment stands at: what it can settle, converted as a whole.
    const paid = this.home(amountMinor, rate)
    this.takeOff(claim, amountMinor, paid)
  }

  private takeOff(claim: Claim, amountMinor: bigint, paidHomeMinor: bigint): void {
    const { side, party, open } = claim
    const claimHomeMinor = settledShare(open, amountMinor)
    this.facts.push({ event: 'settled', ...this.about('settlement'), side, party, claimHomeMinor, paidHomeMinor })
    claim.open = { foreignMinor: open.foreignMinor - amountMinor, homeMinor: open.homeMinor - claimHomeMinor }
    if (claim.open.foreignMinor === 0n) this.claims = this.claims.filter((other) => other !== claim)
  }

  /** A customer pays before the invoice; the deposit is then used for it. */
  private deposit(): void {
    const [currency, party] = [this.currency(), this.party('receivable')]
    const rate = this.rateOf(currency)
    const minor = this.amount(50_000)
    const common = { party, currency, rate, money: 'wallet' as const, feeMinor: 0n, withheldMinor: 0n }
    const against = 'deposits-held' as const
    this.facts.push({ event: 'payment-in', ...this.about('payment'), ...common, amountMinor: minor, against })
    const [homeMinor, later] = [this.home(minor, rate), this.rateOf(currency)]
    const paper = { party, currency, rate: later, net: [{ minor }], taxMinor: 0n }
    this.facts.push({ event: 'invoice-issued', ...this.about('invoice'), ...paper })
    this.owe('receivable', party, currency, later, [minor])
    const foreign = rate && { minor, currency }
    this.facts.push({ event: 'deposit-used', ...this.about('use'), party, homeMinor, foreign })
    const claim = this.claims.at(-1)
    if (claim !== undefined) this.takeOff(claim, minor, homeMinor)
  }

  settleAll(): void {
    for (const claim of [...this.claims]) this.settle(claim, claim.open.foreignMinor)
  }
}
