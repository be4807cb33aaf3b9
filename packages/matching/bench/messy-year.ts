// SPDX-License-Identifier: Apache-2.0
import { addDays, type PlainDate, plainDate, type Random, seededRandom } from '@resham/base'
import type { BankLine, Direction, OpenDocument, Party } from '../src/index.ts'
import { otherBusiness } from './invented-names.ts'
import { makePayers, type Payer } from './payers-of-a-year.ts'
import { writeLine } from './write-line.ts'

/** What a payment was in truth. */
export type Truth = {
  readonly kind: 'settles' | 'advance' | 'nothing'
  readonly partyId: string | null
  readonly parts: readonly { readonly documentId: string; readonly minor: number }[]
  readonly withheld: number
  readonly fee: number
  readonly deduction: string | null
}
export type TrueLine = { readonly line: BankLine; readonly truth: Truth }
/** A document with the day from which it is in the books. */
export type IssuedDocument = Omit<OpenDocument, 'openMinor'>
export type MessyYear = {
  readonly parties: readonly Party[]
  readonly documents: readonly IssuedDocument[]
  readonly lines: readonly TrueLine[]
  /** Paid in cash: in the books by their day, on no statement. */
  readonly cash: readonly TrueLine[]
}

const firstDay = plainDate('2025-07-01')
const days = 365
type Debt = { readonly document: IssuedDocument; readonly total: number; open: number; payOn: number }

/**
 * A year of an invented shop's bank account: about 180 payers and 50 suppliers in three scripts, part payments, lumps,
 * tax withheld, fees, equal amounts, duplicates, strangers and lines that pay no invoice, with the truth of each.
 *
 * @param count Lines wanted; the surplus, chosen at random, is paid in cash.
 */
export function makeMessyYear(seed: number, count: number): MessyYear {
  const random = seededRandom(seed)
  const payers = makePayers(random)
  const documents: IssuedDocument[] = []
  const lines: TrueLine[] = []
  const debts = new Map<string, Debt[]>(payers.map((payer) => [payer.party.id, []]))
  const write = (payer: Payer | null, on: number, amount: number, truth: Truth, numbers: readonly string[]) => {
    const direction = payer?.direction ?? 'in'
    lines.push({
      line: writeLine(random, payer, { id: `l${lines.length}`, day: dayAt(on), direction, amount, numbers }),
      truth,
    })
  }
  for (let on = 0; on < days; on++) {
    for (const payer of payers) {
      const owed = debts.get(payer.party.id) ?? []
      if (random.next() < payer.documentsADay) issue(random, payer, on, documents, owed)
      pay(random, payer, on, owed, write)
      if (random.next() < 0.0001)
        write(payer, on, price(random) * 3, { ...nothing, kind: 'advance', partyId: payer.party.id }, [])
    }
    for (let n = 0; n < 2; n++) if (random.next() < 0.95) lines.push(other(random, on, lines.length))
    if (random.next() < 0.35) write(null, on, price(random) * (1 + random.integer(12)), nothing, [])
  }
  const cash: TrueLine[] = []
  while (lines.length > count) cash.push(...lines.splice(random.integer(lines.length), 1))
  return { parties: payers.map(({ party }) => party), documents, lines, cash }
}

const nothing: Truth = { kind: 'nothing', partyId: null, parts: [], withheld: 0, fee: 0, deduction: null }
const dayAt = (on: number): PlainDate => addDays(firstDay, on)

/** Prices repeat: many invoices come to the same amount. Minor units. */
function price(random: Random): number {
  return [45_000, 80_000, 120_000, 150_000, 195_000, 260_000, 350_000, 500_000][random.integer(8)] as number
}

function issue(random: Random, payer: Payer, on: number, documents: IssuedDocument[], owed: Debt[]): void {
  let net = 0
  for (let line = 0; line <= random.integer(3); line++) net += price(random) * (1 + random.integer(10))
  if (random.next() < 0.4) net += random.integer(100_000)
  const tax = payer.taxed ? Math.round(net * 0.18) : 0
  const number = documents.length + 1
  const document: IssuedDocument = {
    id: `d${number}`,
    direction: payer.direction,
    partyId: payer.party.id,
    number:
      payer.direction === 'in' ? `INV-25-${String(number).padStart(5, '0')}` : `BL-${String(number).padStart(5, '0')}`,
    reference: payer.direction === 'in' ? null : `${payer.series}${100 + random.integer(9_000)}`,
    day: dayAt(on),
    dueDay: dayAt(on + payer.termsDays),
    currency: 'PKR',
    netMinor: BigInt(net),
    taxMinor: BigInt(tax),
    totalMinor: BigInt(net + tax),
  }
  documents.push(document)
  const delay = Math.max(1 - payer.termsDays, Math.round(payer.delayDays + payer.delaySpread * random.normal()))
  owed.push({ document, total: net + tax, open: net + tax, payOn: on + payer.termsDays + delay })
}

type Write = (payer: Payer, on: number, amount: number, truth: Truth, numbers: readonly string[]) => void

function pay(random: Random, payer: Payer, on: number, owed: Debt[], write: Write): void {
  const due = owed.filter((debt) => debt.open > 0 && debt.payOn <= on)
  if (due.length === 0) return
  const manner = random.next() < 0.93 ? payer.manner : (['each', 'several', 'on-account'] as const)[random.integer(3)]
  if (manner === 'several' && on % payer.everyDays !== 0) return
  if (manner === 'on-account') {
    payOnAccount(random, payer, on, owed, write)
    return
  }
  const chosen = manner === 'several' ? due.slice(0, 6).filter(() => random.next() < 0.9) : due.slice(0, 1)
  const [first] = chosen
  if (first === undefined) return
  const inParts = chosen.length === 1 && (first.open < first.total || random.next() < payer.partShare)
  if (inParts) payPart(random, payer, on, first, write)
  else settleWhole(random, payer, on, chosen, write)
}

function settleWhole(random: Random, payer: Payer, on: number, chosen: readonly Debt[], write: Write): void {
  const deduction = payer.deduction !== null && random.next() < 0.93 ? payer.deduction : null
  const full = chosen.reduce((sum, debt) => sum + debt.open, 0)
  const parts = chosen.map((debt) => ({ documentId: debt.document.id, minor: debt.open }))
  const base = chosen.reduce(
    (sum, { document }) => sum + Number(deduction?.of === 'net' ? document.netMinor : document.totalMinor),
    0,
  )
  let withheld = deduction === null ? 0 : Math.round((base * deduction.millionths) / 1_000_000)
  // People round what they withhold to whole rupees.
  if (withheld > 0 && random.next() < 0.6) withheld = Math.round(withheld / 100) * 100
  const fee = deduction === null && random.next() < payer.feeShare ? (10 + 5 * random.integer(9)) * 100 : 0
  for (const debt of chosen) debt.open = 0
  const truth: Truth = {
    kind: 'settles',
    partyId: payer.party.id,
    parts,
    withheld,
    fee,
    deduction: deduction?.code ?? null,
  }
  const numbers = chosen.map(({ document }) => document.reference ?? document.number ?? '')
  write(payer, on, full - withheld - fee, truth, numbers)
  // Now and then somebody pays the same once more, some days later.
  const again = Math.min(days - 1, on + 1 + random.integer(9))
  if (random.next() < 0.006)
    write(payer, again, full - withheld - fee, { ...nothing, kind: 'advance', partyId: payer.party.id }, numbers)
}

/** A round part of a document, or what is left of it; the rest some days later. */
function payPart(random: Random, payer: Payer, on: number, debt: Debt, write: Write): void {
  const round = Math.round((debt.open * (0.3 + 0.4 * random.next())) / 100_000) * 100_000
  const isLast = round === 0 || (debt.open < debt.total && random.next() < 0.7)
  const amount = isLast ? debt.open : Math.min(round, debt.open)
  debt.open -= amount
  debt.payOn = on + 4 + random.integer(14)
  const { id, reference, number } = debt.document
  const parts = [{ documentId: id, minor: amount }]
  write(payer, on, amount, { ...nothing, kind: 'settles', partyId: payer.party.id, parts }, [reference ?? number ?? ''])
}

/** A round sum every so many days: the oldest documents first. */
function payOnAccount(random: Random, payer: Payer, on: number, owed: readonly Debt[], write: Write): void {
  if (on % payer.everyDays !== 0) return
  const open = owed.filter((debt) => debt.open > 0)
  const all = open.reduce((sum, debt) => sum + debt.open, 0)
  const amount = Math.floor((all * (0.4 + 0.5 * random.next())) / 500_000) * 500_000
  if (amount === 0) return
  const parts: { documentId: string; minor: number }[] = []
  let left = amount
  for (const debt of open) {
    const used = Math.min(left, debt.open)
    if (used === 0) break
    debt.open -= used
    left -= used
    parts.push({ documentId: debt.document.id, minor: used })
  }
  write(payer, on, amount, { ...nothing, kind: 'settles', partyId: payer.party.id, parts }, [])
}

/** Rent, wages, charges, the owner's own money. */
function other(random: Random, on: number, at: number): TrueLine {
  const [direction, who, shape] = otherBusiness[random.integer(otherBusiness.length)] as (typeof otherBusiness)[number]
  const amount = random.next() < 0.5 ? price(random) * (1 + random.integer(8)) : 100 * (50 + random.integer(90_000))
  const narrative = shape.replace(/#/g, () => String(random.integer(10)))
  const payer = who !== '' && random.next() < 0.6 ? who : null
  const side = direction satisfies Direction
  return {
    line: {
      id: `l${at}`,
      day: dayAt(on),
      direction: side,
      amountMinor: BigInt(amount),
      currency: 'PKR',
      payer,
      account: null,
      narrative,
    },
    truth: nothing,
  }
}
