// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { currencyDecimals, type FiscalInvoice, type FiscalLine, type FiscalParty, type Pack } from '@resham/pack-kit'
import { type DocumentRecord, findDocument } from '#modules/documents/index.ts'
import { findParty, type PartyRecord } from '#modules/parties/index.ts'
import { listItemTaxes, readOwnTax } from '#modules/taxes/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { findSubmission } from './fiscal.repository.ts'

/** What is known besides the paper. */
export type AroundInvoice = {
  readonly pack: Pack
  readonly home: string
  readonly businessName: string
  readonly nobody: string
  readonly scenario: string | null
}

/**
 * A paper as the country's service sees it: the books' own facts, nothing of the service's forms.
 *
 * @throws fiscal.not-issued, fiscal.home-currency-only, fiscal.original-not-accepted
 */
export async function invoiceOf(tx: TenantTx, document: DocumentRecord, around: AroundInvoice): Promise<FiscalInvoice> {
  const isInvoice = document.kind === 'invoice'
  if ((!isInvoice && document.kind !== 'credit-note') || document.issuedAt === null || document.number === null) {
    throw new AppError('fiscal.not-issued')
  }
  if (document.currency !== around.home)
    throw new AppError('fiscal.home-currency-only', { currency: document.currency })
  const own = await readOwnTax(tx, around.pack)
  const seller: FiscalParty = { ...own, name: own.name ?? around.businessName, facts: {} }
  const party = document.partyId === null ? undefined : await findParty(tx, document.partyId)
  return {
    kind: isInvoice ? 'invoice' : 'correction',
    number: document.number,
    day: document.day,
    currency: document.currency,
    decimals: currencyDecimals(document.currency),
    seller,
    buyer: party ? buyerOf(party, around.pack) : nobodyOf(seller, around),
    lines: await linesOf(tx, document, around.pack),
    corrects: isInvoice ? null : await originalNumber(tx, document),
    reason: typeof document.details.reason === 'string' ? document.details.reason : null,
    scenario: around.scenario,
  }
}

const usualParty = (pack: Pack): string => pack.tax.registrations.find(({ usual }) => usual.party)?.id ?? ''

function buyerOf(party: PartyRecord, pack: Pack): FiscalParty {
  const { line1, line2, city, region } = party.address
  const named = (region ?? '').trim().toLowerCase()
  const known = pack.regions.find(({ code, names }) =>
    [code, names.en, names.ur].some((word) => word.toLowerCase() === named),
  )
  return {
    name: party.name,
    taxNumber: party.taxNumber,
    registration: party.registration ?? usualParty(pack),
    address: [line1, line2, city].filter(Boolean).join(', ') || null,
    region: known?.code ?? null,
    facts: {},
  }
}

/** Somebody who came in from the street: bought where the shop is. */
function nobodyOf(seller: FiscalParty, { pack, nobody }: AroundInvoice): FiscalParty {
  return { ...seller, name: nobody, taxNumber: null, registration: usualParty(pack) }
}

async function linesOf(tx: TenantTx, document: DocumentRecord, pack: Pack): Promise<FiscalLine[]> {
  const ids = [...new Set(document.lines.flatMap(({ itemId }) => itemId ?? []))]
  const items = new Map((await listItemTaxes(tx, ids)).map((item) => [item.itemId, item]))
  const kindOf = new Map(pack.tax.rows.map(({ code, kind }) => [code, kind]))
  return document.lines.map((line) => {
    const item = line.itemId === null ? undefined : items.get(line.itemId)
    return {
      description: line.description,
      quantityMilli: line.quantityMilli,
      netMinor: line.netMinor,
      discountMinor: line.discountMinor,
      retailPriceMinor: item?.retailPriceMinor ?? null,
      taxClass: line.taxClass ?? item?.taxClass ?? '',
      taxes: line.taxes.map(({ amount, ...tax }) => ({
        ...tax,
        kind: kindOf.get(tax.code) ?? 'levy',
        amountMinor: amount,
        included: false,
      })),
      withheldMinor: 0n,
      facts: item?.facts ?? {},
    }
  })
}

/** A return may stand between a credit note and its invoice; more than a few papers do not. */
const mostPapersBetween = 5

async function originalNumber(tx: TenantTx, note: DocumentRecord): Promise<string> {
  let paper: DocumentRecord | undefined = note
  for (let i = 0; i < mostPapersBetween && paper && paper.kind !== 'invoice'; i += 1) {
    paper = paper.fromId === null ? undefined : await findDocument(tx, paper.fromId)
  }
  const original = paper?.kind === 'invoice' ? await findSubmission(tx, paper.id) : undefined
  if (original?.state !== 'accepted' || original.officeNumber === null) {
    throw new AppError('fiscal.original-not-accepted')
  }
  return original.officeNumber
}
