// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import type { matchingEndpoints as at, RequestOf } from '@resham/contract'
import { learn, type MatchSettings, matchPayments } from '@resham/matching'
import { currencyDecimals, type Pack } from '@resham/pack-kit'
import { listBankLines } from '#modules/banking/index.ts'
import { listOpenDocuments } from '#modules/documents/index.ts'
import { listPartyMarks } from '#modules/parties/index.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toDeductions, toLineToMatch, toMatchReply, toOpenDocument } from './matching.mapping.ts'
import { listConfirmations } from './matching.repository.ts'
import type { FindPack } from './matching.types.ts'

/** Lines, papers and confirmations looked at together: what a person works through in a sitting, and a year's memory. */
const mostLines = 200
const mostDocuments = 5_000
const mostConfirmations = 5_000
/** The most that a bank keeps of a transfer, in major units; judgement. */
const largestFeeMajor = 100

/** Open lines, oldest first, with what each may be. */
export async function listMatches(ctx: BusinessContext, { query }: RequestOf<typeof at.list>, findPack: FindPack) {
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) => findMatches(tx, ctx, findPack))
  return {
    open: found.length,
    automatic: found.filter(({ automatic }) => automatic).length,
    items: found.slice(0, query.limit ?? 20),
  }
}

/** The same for all that are looked at. */
export async function findMatches(tx: TenantTx, ctx: BusinessContext, findPack: FindPack) {
  const bankLines = await listBankLines(tx, { state: 'open', limit: mostLines })
  const heads = await listOpenDocuments(tx, { kinds: ['invoice', 'bill'], limit: mostDocuments })
  const parties = await listPartyMarks(tx)
  const memory = learn(await listConfirmations(tx, mostConfirmations))
  const lines = bankLines.filter(({ amountMinor }) => amountMinor !== 0n).reverse()
  const asked = lines.map((line) => ({ ...toLineToMatch(line), moneyAccountId: line.moneyAccountId }))
  const documents = heads.flatMap((head) => toOpenDocument(head) ?? [])
  const settings = settingsOf(ctx, packOf(ctx, findPack))
  const matches = matchPayments({ lines: asked, documents, parties, memory }, settings)
  const known = {
    documents: new Map(heads.map((head) => [head.id, head])),
    names: new Map(parties.map(({ id, name }) => [id, name])),
  }
  return asked.flatMap((line, i) => {
    const match = matches[i]
    return match === undefined ? [] : [toMatchReply(line, match, known)]
  })
}

/** @throws business.pack-unknown */
export function packOf(ctx: BusinessContext, findPack: FindPack): Pack {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  return pack
}

function settingsOf(ctx: BusinessContext, pack: Pack): MatchSettings {
  const minorPerMajor = 10 ** currencyDecimals(ctx.business.currency)
  const today = fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
  return {
    deductions: toDeductions(pack, today),
    minorPerMajor,
    largestFeeMinor: BigInt(largestFeeMajor * minorPerMajor),
  }
}
