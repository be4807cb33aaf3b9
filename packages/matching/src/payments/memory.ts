// SPDX-License-Identifier: Apache-2.0
import { median } from '@resham/stats'
import { foldName } from '../fold/fold-name.ts'
import type { BankLine, Confirmation } from './types.ts'

/** How a party pays. Shares are of `times`, drawn towards what payers do in general while they are few. */
export type Habit = {
  readonly times: number
  readonly usualDelayDays: number
  /** Mean distance of its delays from the usual one, days, at least 3. */
  readonly spreadDays: number
  readonly severalShare: number
  readonly partShare: number
  /** Share by code of deduction; `none` for nothing kept back. */
  readonly deductionShares: ReadonlyMap<string, number>
}

/** Who a payer turned out to be: party (or null for "pays no document") and how often. */
export type PayerMemory = ReadonlyMap<string | null, number>

/** What confirmed matches taught. */
export type MatchMemory = {
  readonly byPayer: ReadonlyMap<string, PayerMemory>
  readonly byAccount: ReadonlyMap<string, PayerMemory>
  readonly habits: ReadonlyMap<string, Habit>
}

type Counts = {
  delays: number[]
  several: number
  parts: number
  times: number
  deductions: Map<string, number>
}

/** Prior of a payer's habits: so many payments seen elsewhere, of which so many for several documents, or in parts. */
const prior = { times: 3, several: 0.3, parts: 0.3, delayDays: 3, spreadDays: 12 }

/** Nothing is known yet. */
export const noMemory: MatchMemory = { byPayer: new Map(), byAccount: new Map(), habits: new Map() }
/** The habit of a party of which nothing is known. */
export const unknownHabit: Habit = habitOf({ delays: [], several: 0, parts: 0, times: 0, deductions: new Map() })

/** Learns from what people confirmed. The order counts nothing. */
export function learn(confirmations: readonly Confirmation[]): MatchMemory {
  const byPayer = new Map<string, Map<string | null, number>>()
  const byAccount = new Map<string, Map<string | null, number>>()
  const counts = new Map<string, Counts>()
  for (const confirmation of confirmations) {
    const partyId = confirmation.paid?.partyId ?? null
    const payer = payerKey(confirmation)
    if (payer !== undefined) count(byPayer, payer, partyId)
    const account = accountKey(confirmation)
    if (account !== undefined) count(byAccount, account, partyId)
    if (confirmation.paid !== null) addTo(counts, confirmation.paid)
  }
  const habits = new Map([...counts].map(([partyId, of]) => [partyId, habitOf(of)]))
  return { byPayer, byAccount, habits }
}

/** Under which a payer's name is remembered: who, in which direction, whatever the spelling and the numbers. */
export function payerKey(line: Pick<BankLine, 'payer' | 'narrative' | 'direction'>): string | undefined {
  const { words } = foldName(line.payer ?? line.narrative.replace(/\S*\d\S*/g, ' '))
  if (words.length === 0) return undefined
  const skeletons = words.map((word) => word.skeleton).sort()
  // Short names have too few consonants to go without their vowels.
  const isLong = skeletons.join('').length >= 5
  return `${line.direction} ${(isLong ? skeletons : words.map((word) => word.sound)).join(' ')}`
}

/** Under which the other side's account is remembered. */
export function accountKey(line: Pick<BankLine, 'account' | 'direction'>): string | undefined {
  const plain = line.account?.replace(/[^a-z0-9]/gi, '').toUpperCase() ?? ''
  return plain.length < 6 ? undefined : `${line.direction} ${plain}`
}

function count(memory: Map<string, Map<string | null, number>>, key: string, partyId: string | null): void {
  const known = memory.get(key) ?? new Map<string | null, number>()
  known.set(partyId, (known.get(partyId) ?? 0) + 1)
  memory.set(key, known)
}

function addTo(counts: Map<string, Counts>, paid: NonNullable<Confirmation['paid']>): void {
  const of: Counts = counts.get(paid.partyId) ?? { delays: [], several: 0, parts: 0, times: 0, deductions: new Map() }
  of.times += 1
  if (paid.delayDays !== null) of.delays.push(paid.delayDays)
  if (paid.documents > 1) of.several += 1
  if (paid.isPart) of.parts += 1
  const deduction = paid.deduction ?? 'none'
  of.deductions.set(deduction, (of.deductions.get(deduction) ?? 0) + 1)
  counts.set(paid.partyId, of)
}

function habitOf(of: Counts): Habit {
  const share = (seen: number, usual: number) => (seen + prior.times * usual) / (of.times + prior.times)
  const usual = of.delays.length === 0 ? prior.delayDays : median([...of.delays, prior.delayDays])
  const away = of.delays.reduce((sum, delay) => sum + Math.abs(delay - usual), 0)
  const spread = (away + prior.times * prior.spreadDays) / (of.delays.length + prior.times)
  const codes = new Set(['none', ...of.deductions.keys()])
  return {
    times: of.times,
    usualDelayDays: usual,
    spreadDays: Math.max(3, spread),
    severalShare: share(of.several, prior.several),
    partShare: share(of.parts, prior.parts),
    deductionShares: new Map(
      [...codes].map((code) => [code, share(of.deductions.get(code) ?? 0, code === 'none' ? 0.8 : 0.05)]),
    ),
  }
}
