// SPDX-License-Identifier: Apache-2.0
import { compareNames } from '../fold/compare-names.ts'
import { foldName } from '../fold/fold-name.ts'
import { likeSounds } from '../fold/like-sounds.ts'
import type { FoldedName, FoldedWord, NameReason } from '../fold/types.ts'
import { accountKey, type MatchMemory, payerKey } from './memory.ts'
import type { BankLine, Party } from './types.ts'

/** What a line says of one party. */
export type PayerEvidence = {
  readonly partyId: string
  /** Likeness of names, 0 to 1. */
  readonly like: number
  readonly because: readonly NameReason[]
  /** How often this payer, or this account, turned out to be the party, and the share of all times. */
  readonly aliasTimes: number
  readonly aliasShare: number
  readonly accountShare: number
}

/** What a line says of who paid. */
export type PayerReading = {
  /** Parties that it may be, best first. */
  readonly parties: readonly PayerEvidence[]
  /** A name was given. */
  readonly hasName: boolean
  /** How often, and in what share of times, such a payer paid no document. */
  readonly nothingTimes: number
  readonly nothingShare: number
  /** The payer or account is known as somebody. */
  readonly isKnown: boolean
}

export type PayerIndex = { readonly read: (line: BankLine) => PayerReading }

type Known = { readonly party: Party; readonly names: readonly FoldedName[] }

/** Parties compared in full for one line, and those kept. */
const mostCompared = 16
const mostKept = 8
const leastLike = 0.5
/** A name within a narrative says less than one that stands for itself. */
const inNarrative = 0.97

/** Prepares the names of the parties, so that each line is compared with few of them. */
export function indexPayers(parties: readonly Party[], memory: MatchMemory): PayerIndex {
  const known = parties.map((party): Known => ({ party, names: namesOf(party) }))
  const bySkeleton = new Map<string, number[]>()
  known.forEach(({ names }, at) => {
    for (const key of new Set(names.flatMap((name) => name.words.filter(isTelling).flatMap(keysOf))))
      bySkeleton.set(key, [...(bySkeleton.get(key) ?? []), at])
  })
  const accounts = accountsOf(parties)
  const remembered = new Map<string, Omit<PayerEvidence, 'aliasTimes' | 'aliasShare' | 'accountShare'>[]>()

  // A word that many share tells little: `Ali` among a hundred Alis.
  const tellingOf = (word: FoldedWord) => {
    const holders = bySkeleton.get(word.skeleton)?.length ?? 0
    return 0.35 + 0.65 / (1 + Math.log(1 + holders))
  }

  function byName(line: BankLine) {
    const text = line.payer ?? line.narrative.replace(/\S*\d\S*/g, ' ')
    const key = `${line.payer === null ? 'n' : 'p'} ${text}`
    const before = remembered.get(key)
    if (before !== undefined) return before
    const name = foldName(text)
    const votes = new Map<number, number>()
    for (const word of name.words.filter(isTelling))
      for (const at of new Set(keysOf(word).flatMap((one) => bySkeleton.get(one) ?? [])))
        votes.set(at, (votes.get(at) ?? 0) + tellingOf(word))
    const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCompared)
    const found = likely.flatMap(([at]) => {
      const { party, names } = known[at] as Known
      const best = names
        .map((other) =>
          line.payer === null ? nameWithin(name, other, tellingOf) : compareNames(name, other, tellingOf),
        )
        .reduce((a, b) => (b.similarity > a.similarity ? b : a))
      return best.similarity < leastLike
        ? []
        : [{ partyId: party.id, like: best.similarity, because: best.reasons as readonly NameReason[] }]
    })
    remembered.set(key, found)
    return found
  }

  function read(line: BankLine): PayerReading {
    const payer = payerKey(line)
    const account = accountKey(line)
    const aliases = (payer === undefined ? undefined : memory.byPayer.get(payer)) ?? new Map<string | null, number>()
    const owners = new Map((account === undefined ? undefined : memory.byAccount.get(account)) ?? [])
    const stated = account === undefined ? undefined : accounts.get(account.slice(account.indexOf(' ') + 1))
    if (stated !== undefined) owners.set(stated, (owners.get(stated) ?? 0) + 3)
    const [aliasTimes, ownerTimes] = [total(aliases), total(owners)]
    const evidence = new Map<string, PayerEvidence>()
    const named = byName(line)
    const ids = new Set([...named.map(({ partyId }) => partyId), ...aliases.keys(), ...owners.keys()])
    for (const partyId of ids) {
      if (partyId === null) continue
      const name = named.find((one) => one.partyId === partyId)
      evidence.set(partyId, {
        partyId,
        like: name?.like ?? 0,
        because: name?.because ?? [],
        aliasTimes: Math.max(aliases.get(partyId) ?? 0, owners.get(partyId) ?? 0),
        aliasShare: (aliases.get(partyId) ?? 0) / (aliasTimes + 1),
        accountShare: (owners.get(partyId) ?? 0) / (ownerTimes + 0.5),
      })
    }
    const best = (one: PayerEvidence) => one.like + 2 * Math.max(one.aliasShare, one.accountShare)
    return {
      parties: [...evidence.values()]
        .sort((a, b) => best(b) - best(a) || (a.partyId < b.partyId ? -1 : 1))
        .slice(0, mostKept),
      hasName: line.payer !== null || named.length > 0,
      nothingTimes: Math.max(aliases.get(null) ?? 0, owners.get(null) ?? 0),
      nothingShare: Math.max((aliases.get(null) ?? 0) / (aliasTimes + 1), (owners.get(null) ?? 0) / (ownerTimes + 1)),
      isKnown: aliasTimes + ownerTimes > 0,
    }
  }
  return { read }
}

const total = (counts: ReadonlyMap<string | null, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0)
const isTelling = (word: FoldedWord) => word.kind === 'name' || word.kind === 'company'

function namesOf(party: Party): FoldedName[] {
  return [party.name, ...(party.otherNames ?? [])].map(foldName)
}

function accountsOf(parties: readonly Party[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const party of parties)
    for (const account of party.accounts ?? []) owners.set(account.replace(/[^a-z0-9]/gi, '').toUpperCase(), party.id)
  return owners
}

/** Keys under which a word is met: its skeleton, and the skeleton less any one consonant, so that one slip still meets. */
function keysOf(word: FoldedWord): string[] {
  const { skeleton } = word
  if (skeleton.length < 3) return [skeleton === '' ? word.sound : skeleton]
  const keys = [skeleton]
  for (let i = 0; i < skeleton.length; i++) keys.push(skeleton.slice(0, i) + skeleton.slice(i + 1))
  return keys
}

/** How much of a party's name stands in a longer text, by weight of its words. */
function nameWithin(text: FoldedName, name: FoldedName, tellingOf: (word: FoldedWord) => number) {
  const acrossScripts = text.script !== name.script
  let [all, found] = [0, 0]
  let namesFound = 0
  for (const word of name.words) {
    const weight = tellingOf(word) * (word.kind === 'name' ? 1 : 0.4) * (1 + Math.min(word.sound.length, 8))
    let like = 0
    for (const other of text.words) {
      const isCut = other.sound.length >= 3 && word.sound.startsWith(other.sound) && other === text.words.at(-1)
      like = Math.max(like, isCut ? 0.9 : likeSounds(word.sound, other.sound, acrossScripts))
    }
    all += weight
    if (like >= 0.78) {
      found += weight * like
      if (word.kind === 'name') namesFound++
    }
  }
  const similarity = all === 0 || namesFound === 0 ? 0 : (inNarrative * found) / all
  const because: NameReason[] = similarity > 0.96 ? [] : ['part-of-name']
  return { similarity, reasons: because }
}
