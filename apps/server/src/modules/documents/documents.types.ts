// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import type { Pack } from '@resham/pack-kit'
import type { BusinessContext } from '#platform/http/route.ts'

/** Who does it, when, for which business in which country. */
export type DocumentContext = Pick<BusinessContext, 'now' | 'caller' | 'business'> & { readonly pack: Pack }

/** A line as it is handed in. What is left out comes from the line before, the item, or the price that is usual. */
export type LineDraft = {
  readonly itemId?: string | null
  readonly lotId?: string | null
  readonly description?: string
  /** Thousandths, above zero. Left out: all that is open of the line before. */
  readonly quantityMilli?: bigint
  readonly unit?: string | null
  /** Thousandths of a minor unit of the document's currency. */
  readonly priceThousandths?: bigint
  readonly discountMinor?: bigint
  /** Of price and discount, where it was said: then it must be the document's. */
  readonly currency?: string
  readonly taxClass?: string | null
  /** The line of the document before that this one carries on. */
  readonly fromLineId?: string | null
}

/** A document as it is handed in. */
export type DocumentDraft = {
  readonly kind: DocumentKind
  readonly partyId?: string | null
  readonly placeId?: string | null
  /** Left out: today, in the business's time zone. */
  readonly day?: PlainDate
  /** Left out: by the party's terms. */
  readonly dueDay?: PlainDate
  /** Left out: the document's before, else the business's own. */
  readonly currency?: string
  /** Typed by a person; left out: the rate of the day. Home currency for one of the document's. */
  readonly rate?: string
  readonly reference?: string | null
  readonly note?: string | null
  /** The document it carries on. */
  readonly fromId?: string | null
  readonly details?: Readonly<Record<string, unknown>>
  /** Made on a phone: handed in twice it is one document. */
  readonly clientId?: string | null
  /** Left out, with `fromId`: everything that is still open of the document before. */
  readonly lines?: readonly LineDraft[]
}

/** One tax of a line, minor units. */
export type LineTax = {
  readonly code: string
  readonly base: bigint
  readonly rate: string
  readonly amount: bigint
}

export type LineRecord = {
  readonly id: string
  readonly lineNo: number
  readonly itemId: string | null
  readonly lotId: string | null
  readonly description: string
  readonly quantityMilli: bigint
  readonly unit: string | null
  readonly priceThousandths: bigint
  readonly discountMinor: bigint
  readonly netMinor: bigint
  readonly taxClass: string | null
  readonly taxes: readonly LineTax[]
  readonly taxMinor: bigint
  readonly fromLineId: string | null
}

/** The head of a document. Money in the document's currency, but for `homeNetMinor`. */
export type DocumentHead = {
  readonly id: string
  readonly kind: DocumentKind
  readonly number: string | null
  readonly state: string
  readonly partyId: string | null
  readonly partyName: string | null
  readonly placeId: string | null
  readonly day: PlainDate
  readonly dueDay: PlainDate | null
  readonly currency: string
  readonly rate: string
  readonly rateSource: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly fromId: string | null
  readonly netMinor: bigint
  readonly taxMinor: bigint
  readonly totalMinor: bigint
  readonly homeNetMinor: bigint
  /** What payments and notes have settled; of a credit note, what of it was used; of an order, the deposit held. */
  readonly settledMinor: bigint
  readonly details: Readonly<Record<string, unknown>>
  readonly clientId: string | null
  readonly version: number
  readonly madeAt: Date
  readonly issuedAt: Date | null
}
export type DocumentRecord = DocumentHead & { readonly lines: readonly LineRecord[] }

/** Of a line, how much went on, by the kind of document it went on to; thousandths. */
export type CarriedOn = { readonly lineId: string; readonly kind: DocumentKind; readonly quantityMilli: bigint }

/** What an action may be told besides. */
export type ActionOptions = {
  /** Called with the paper before anything is done to it; what it throws refuses the deed. */
  readonly check?: (document: DocumentRecord) => void
  /** For an action that makes another document: which lines and how much; left out: all that is open. */
  readonly lines?: readonly { readonly lineId: string; readonly quantityMilli: bigint; readonly lotId?: string }[]
  /** What the document that the action makes says besides. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly day?: PlainDate
  readonly placeId?: string
  readonly clientId?: string
}

/** A document after an action, and the document that the action made. */
export type Acted = { readonly document: DocumentRecord; readonly made: DocumentRecord | null }

/** Money in or out, as it is handed in. Minor units of `currency`. */
export type PaymentDraft = {
  readonly direction: 'in' | 'out'
  readonly partyId?: string | null
  /** Left out: the cash box. */
  readonly moneyAccountId?: string
  readonly day?: PlainDate
  /** Left out: the money account's. */
  readonly currency?: string
  readonly rate?: string
  /** What changed hands. */
  readonly amountMinor: bigint
  /** Tax that the payer kept back, and what the bank kept: they settle as money does. */
  readonly withheldMinor?: bigint
  readonly feeMinor?: bigint
  readonly method?: string | null
  readonly reference?: string | null
  readonly note?: string | null
  readonly clientId?: string | null
  /** What it settles. An order takes it as a deposit. The rest stays unused, an advance of the party. */
  readonly settles?: readonly { readonly documentId: string; readonly amountMinor: bigint }[]
}

export type PaymentRecord = {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly state: 'recorded' | 'cancelled'
  readonly partyId: string | null
  readonly partyName: string | null
  readonly moneyAccountId: string
  readonly day: PlainDate
  readonly currency: string
  readonly rate: string
  readonly amountMinor: bigint
  readonly withheldMinor: bigint
  readonly feeMinor: bigint
  readonly unusedMinor: bigint
  /** The side of the ledger that it went to: what is owed, or a deposit before there was a paper. */
  readonly against: 'receivables' | 'payables' | 'deposits-held' | 'advances-paid'
  readonly method: string | null
  readonly reference: string | null
  readonly note: string | null
  readonly clientId: string | null
  readonly version: number
  readonly madeAt: Date
}

export type SettlementRecord = {
  readonly id: string
  readonly documentId: string
  readonly paymentId: string | null
  readonly creditId: string | null
  readonly amountMinor: bigint
  readonly day: PlainDate
  readonly undoneAt: Date | null
}

/** Which money, or which note, settles how much of which document. */
export type SettleInput = {
  readonly paymentId?: string
  readonly creditId?: string
  readonly documentId: string
  readonly amountMinor: bigint
}

/** A sale at the counter: goods and money change hands at once. */
export type CounterSale = {
  /** Given by the phone; the same sale again answers what was made the first time. */
  readonly clientId: string
  readonly partyId?: string | null
  readonly placeId?: string | null
  /** When the phone says it was sold; a day ahead of ours counts as today. */
  readonly day?: PlainDate
  readonly lines: readonly LineDraft[]
  readonly note?: string | null
  readonly details?: Readonly<Record<string, unknown>>
  /** How it was paid; left out: the whole amount in cash. Nothing: on credit, which needs a party. */
  readonly payments?: readonly {
    readonly moneyAccountId?: string
    readonly amountMinor: bigint
    readonly method?: string | null
    readonly reference?: string | null
  }[]
}
export type CounterSaleMade = {
  readonly invoice: DocumentRecord
  readonly payments: readonly PaymentRecord[]
  /** True when it had been handed in before. */
  readonly again: boolean
}

/** Open documents of the given kinds: issued and not settled, oldest due first. */
export type OpenQuery = {
  readonly kinds: readonly DocumentKind[]
  readonly partyId?: string
  readonly limit?: number
}

/** Where money lies: a cash box, an account at a bank, a wallet. */
export type MoneyAccount = {
  readonly id: string
  readonly name: string
  readonly kind: 'cash' | 'bank' | 'wallet'
  readonly currency: string
  readonly iban: string | null
  /** The account of the ledger that it is. */
  readonly accountCode: string
  readonly version: number
}

/** What customers owe us, or what we owe suppliers. */
export type Side = 'receivable' | 'payable'

/** What is open of one party's, by step of age. Minor units; below zero for what is theirs. */
export type OpenByAge = {
  readonly partyId: string
  readonly partyName: string
  readonly phone: string | null
  readonly currency: string
  /** One for each of the `ages` of the books. */
  readonly minors: readonly bigint[]
  /** Of papers that claim; null where there are none. */
  readonly oldestDue: PlainDate | null
  readonly papers: number
}

/** Something that changed what a party owes; `minor` is added to it. */
export type AccountMove = {
  readonly id: string
  /** A kind of document, or `payment`. */
  readonly kind: string
  readonly number: string | null
  readonly day: PlainDate
  readonly minor: bigint
}
