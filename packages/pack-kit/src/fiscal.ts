// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Names } from './names.ts'
import type { LineTax } from './taxes-of-line.ts'

/** One thing that a service must know of a seller, a buyer or an item before an invoice can be handed in. */
export type FiscalFact = {
  readonly of: 'seller' | 'buyer' | 'item'
  /** Its key among the facts of that party or item. */
  readonly id: string
  readonly names: Names
  /** What it is and where one finds it. */
  readonly tells: Names
  /** What the whole text must match. */
  readonly pattern: string
  readonly required: boolean
  /** The choices, where there are only a few. */
  readonly choices: readonly { readonly id: string; readonly names: Names }[] | null
  /** The id of the reference list that knows more; null where there is none. */
  readonly reference: string | null
}

/** A side of the invoice. `facts` holds what `FiscalFact` asked for, by its id. */
export type FiscalParty = {
  readonly name: string
  readonly taxNumber: string | null
  readonly registration: string
  readonly address: string | null
  /** Code of the pack's region, or null. */
  readonly region: string | null
  readonly facts: Readonly<Record<string, string>>
}

export type FiscalLine = {
  readonly description: string
  readonly quantityMilli: bigint
  /** Before tax, after discount. */
  readonly netMinor: bigint
  readonly discountMinor: bigint
  /** The price printed on one unit, or null. */
  readonly retailPriceMinor: bigint | null
  readonly taxClass: string
  readonly taxes: readonly LineTax[]
  /** Value-added tax that the buyer keeps back. */
  readonly withheldMinor: bigint
  readonly facts: Readonly<Record<string, string>>
}

/** An issued paper, as it is handed to the service. Amounts are minor units of one currency. */
export type FiscalInvoice = {
  readonly kind: 'invoice' | 'correction'
  readonly number: string
  readonly day: PlainDate
  readonly currency: string
  readonly decimals: number
  readonly seller: FiscalParty
  readonly buyer: FiscalParty
  readonly lines: readonly FiscalLine[]
  /** The office's number of the invoice that is corrected; null otherwise. */
  readonly corrects: string | null
  /** Why it is corrected, in the words of the person. */
  readonly reason: string | null
  /** For trials only: the id of the scenario. */
  readonly scenario: string | null
}

/** What is wrong with a body: at which place of it, and the service's own code where it has one. */
export type FiscalProblem = {
  /** A JSON pointer into the body: `/items/0/hsCode`. */
  readonly field: string
  readonly code: string
  /** Line of the invoice from 0, or null for its head. */
  readonly line: number | null
}

/**
 * What a reply means. `uncertain`: it may or may not have been taken in, so it must never be sent again
 * before a person has looked.
 */
export type FiscalReply =
  | { readonly type: 'accepted'; readonly number: string; readonly lineNumbers: readonly string[] }
  | {
      readonly type: 'refused'
      readonly problems: readonly { readonly line: number | null; readonly code: string; readonly said: string }[]
    }
  | { readonly type: 'uncertain'; readonly said: string }

/** What is printed on the paper once the office has taken it in. */
export type FiscalMark = {
  readonly number: string
  readonly qr: {
    readonly text: string
    /** Version of the QR code: 2 is 25 modules a side. */
    readonly version: number
    readonly errorCorrection: 'L' | 'M' | 'Q' | 'H'
    readonly sizeInches: number
  } | null
  /** Words beside it. */
  readonly words: Names
}

/** One trial that the office wants to see before it lets a business in. */
export type FiscalScenario = {
  readonly id: string
  readonly names: Names
  /** Facts of the item that make the case. */
  readonly itemFacts: Readonly<Record<string, string>>
  readonly taxClass: string
  readonly buyer: string
  readonly check: boolean
}

/** A list that the service answers: what is asked and how a row is read. */
export type FiscalReference = {
  readonly id: string
  readonly path: string
  /** Names of what must be given with the request. */
  readonly asks: readonly string[]
  /** Whether they go into the address, or as JSON into the body. */
  readonly asksIn: 'query' | 'body'
  /** Reads a reply; undefined where it has another shape. */
  readonly read: (body: unknown) => readonly { readonly id: string; readonly words: string }[] | undefined
}

/** What a code means and what to do about it. */
export type FiscalCode = { readonly code: string; readonly means: Names; readonly next: Names }

/**
 * A tax office's service for invoices: pure, no network and no clock. The server carries what it builds and brings
 * back what was answered.
 */
export type FiscalService = {
  readonly id: string
  readonly names: Names
  readonly source: string
  /** Where it stands: for real use and for trials; the server joins a path to one of them. */
  readonly addresses: { readonly real: string; readonly trial: string }
  readonly paths: {
    readonly submit: { readonly real: string; readonly trial: string }
    readonly check: { readonly real: string; readonly trial: string } | null
  }
  readonly facts: readonly FiscalFact[]
  /** The name written for a buyer whom nobody knows. */
  readonly nobody: string
  readonly scenarios: readonly FiscalScenario[]
  readonly references: readonly FiscalReference[]
  readonly codes: readonly FiscalCode[]
  /** Hours after acceptance in which the office's own portal still lets a person cancel; null for never. */
  readonly cancelHours: number | null
  /** The exact body. It never refuses: what is missing is left empty, and `check` finds it. */
  readonly build: (invoice: FiscalInvoice) => unknown
  /** All that is wrong with a body; empty when it may be sent. */
  readonly check: (body: unknown, use: 'real' | 'trial') => readonly FiscalProblem[]
  /** @param status HTTP status. @param body The text that came back. */
  readonly readReply: (status: number, body: string) => FiscalReply
  readonly mark: (number: string) => FiscalMark
  /** Whether text is a number that this office gives; so that a person's typing can be checked. */
  readonly isNumber: (text: string) => boolean
}
