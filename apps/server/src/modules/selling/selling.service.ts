// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, fromDayNumber, type PlainDate, plainDate } from '@resham/base'
import { ageing, ageStarts, type DocumentKind, statementOf } from '@resham/bookkeeping'
import type { sellingEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import {
  countByState,
  type DocumentHead,
  listAccountMoves,
  listFirstOfStates,
  listOpenByAge,
  listOpenDocuments,
  toBrief,
} from '#modules/documents/index.ts'
import { findParty } from '#modules/parties/index.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toAmount, toByAge, toOwed, toTotals } from './selling.mapping.ts'

/** So many of each group are shown; the rest stand in the list of their kind. */
const shown = 5
/** So many parties are listed; a shop that is owed by more looks at those who owe most. */
const mostParties = 50
const statementDays = 90

type Group = ReplyOf<typeof at.todo>['groups'][number]

const papersOf: Readonly<Record<Exclude<Group['name'], 'overdue' | 'unpaid'>, readonly [DocumentKind, string][]>> = {
  'to-ship': [
    ['order', 'open'],
    ['order', 'part-shipped'],
  ],
  'to-invoice': [['order', 'shipped']],
  quotes: [
    ['quote', 'sent'],
    ['quote', 'accepted'],
  ],
  drafts: [
    ['quote', 'draft'],
    ['order', 'draft'],
    ['invoice', 'draft'],
  ],
}
const waiting = Object.values(papersOf).flatMap((some) => some.map(([kind, state]) => ({ kind, state })))
const [kinds, states] = [new Set(waiting.map(({ kind }) => kind)), new Set(waiting.map(({ state }) => state))]

/** What waits to be done. A group of nothing is left out. */
export async function readTodo(ctx: BusinessContext): Promise<ReplyOf<typeof at.todo>> {
  const today = todayOf(ctx)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const counts = await countByState(tx, [...kinds], [...states])
    const first = await listFirstOfStates(tx, waiting, shown)
    const open = await listOpenDocuments(tx, { kinds: ['invoice'], limit: 2 * shown })
    const late = open.filter((one) => one.dueDay !== null && one.dueDay < today)
    const waits = (name: keyof typeof papersOf) => {
      const isOf = (one: { readonly kind: DocumentKind; readonly state: string }) =>
        papersOf[name].some(([kind, state]) => one.kind === kind && one.state === state)
      const count = counts.reduce((so, one) => (isOf(one) ? so + one.count : so), 0)
      return group(name, count, first.filter(isOf))
    }
    const groups: Group[] = [
      group('overdue', null, late),
      ...[waits('to-ship'), waits('to-invoice'), waits('quotes'), waits('drafts')],
      group(
        'unpaid',
        null,
        open.filter((one) => !late.includes(one)),
      ),
    ]
    return { groups: groups.filter((one) => one.items.length > 0) }
  })
}

function group(name: Group['name'], count: number | null, items: readonly DocumentHead[]): Group {
  return { name, count, items: items.slice(0, shown).map(toBrief) }
}

/** Who owes what and how late. */
export async function readOwed(ctx: BusinessContext, { query }: RequestOf<typeof at.owed>) {
  const today = todayOf(ctx)
  const open = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listOpenByAge(tx, query.side ?? 'receivable', today, ageStarts),
  )
  const items = toOwed(open, today)
  const totals = toTotals(open)
  return { today, totals, items: items.slice(0, mostParties), more: Math.max(0, items.length - mostParties) }
}

/** A statement of account. @throws platform.not-found, platform.invalid-request when it ends before it begins */
export async function readStatement(
  ctx: BusinessContext,
  { params, query }: RequestOf<typeof at.statement>,
): Promise<ReplyOf<typeof at.statement>> {
  const today = todayOf(ctx)
  const to = query.to === undefined ? today : plainDate(query.to)
  const from = query.from === undefined ? addDays(to, -statementDays) : plainDate(query.from)
  if (from > to) throw new AppError('platform.invalid-request', { field: 'from' })
  const side = query.side ?? 'receivable'
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const party = await findParty(tx, params.party)
    if (!party) throw new AppError('platform.not-found')
    const currency = query.currency ?? party.currency ?? ctx.business.currency
    const moves = await listAccountMoves(tx, { partyId: party.id, side, currency, to })
    const inOrder = moves.map((move, sequence) => ({ ...move, sequence }))
    const { openingMinor, rows, closingMinor } = statementOf(inOrder, from, to)
    const open = await openOf(tx, party.id, side, currency)
    const due = open.map((one) => ({ due: one.dueDay ?? one.day, openMinor: one.totalMinor - one.settledMinor }))
    return {
      partyId: party.id,
      from,
      to,
      opening: toAmount(openingMinor, currency),
      rows: rows.map(({ move, balanceMinor }) => ({
        id: move.id,
        kind: move.kind,
        number: move.number,
        day: move.day,
        amount: toAmount(move.minor, currency),
        balance: toAmount(balanceMinor, currency),
      })),
      closing: toAmount(closingMinor, currency),
      byAge: toByAge(ageing(due, today).byAge, currency),
      open: open.map(toBrief),
    }
  })
}

async function openOf(
  tx: TenantTx,
  partyId: string,
  side: 'receivable' | 'payable',
  currency: string,
): Promise<DocumentHead[]> {
  const kinds: DocumentKind[] = [side === 'receivable' ? 'invoice' : 'bill']
  return (await listOpenDocuments(tx, { kinds, partyId })).filter((one) => one.currency === currency)
}

function todayOf(ctx: BusinessContext): PlainDate {
  return fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
}
