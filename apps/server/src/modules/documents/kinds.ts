// SPDX-License-Identifier: Apache-2.0
import type { Action, DocumentKind } from '@resham/bookkeeping'

/** What an action brings about besides the next state. */
export type Effect = {
  /** The paper takes its number, and is valid from now on. */
  readonly number?: true
  /** Goods are set aside, or given back. */
  readonly goods?: 'reserve' | 'release' | 'ship' | 'return' | 'receive' | 'supplier-return'
  /** It is written in the ledger, under this name. */
  readonly posts?: string
  /** Its lines become sales of the books, or take sales back. */
  readonly sells?: 'sale' | 'return'
  /** It makes another document, of what is open or of what the person names, and does this to it at once. */
  readonly makes?: { readonly kind: DocumentKind; readonly next?: Action }
}

/** One table for all: which action of which document does what. Which are allowed when stands in the state tables. */
export const effects: Readonly<Record<DocumentKind, Readonly<Partial<Record<Action, Effect>>>>> = {
  quote: { send: { number: true }, order: { makes: { kind: 'order', next: 'confirm' } } },
  order: {
    confirm: { number: true, goods: 'reserve' },
    pick: { makes: { kind: 'pick' } },
    ship: { makes: { kind: 'shipment', next: 'ship' } },
    invoice: { makes: { kind: 'invoice' } },
    cancel: { goods: 'release' },
    close: { goods: 'release' },
  },
  pick: { ship: { makes: { kind: 'shipment', next: 'ship' } } },
  shipment: { ship: { number: true, goods: 'ship', posts: 'shipped' } },
  invoice: { issue: { number: true, posts: 'issued', sells: 'sale' }, 'write-off': { posts: 'written-off' } },
  'credit-note': { issue: { number: true, posts: 'issued', sells: 'return' } },
  return: {
    receive: { number: true, goods: 'return', posts: 'received' },
    credit: { makes: { kind: 'credit-note', next: 'issue' } },
  },
  'purchase-order': {
    send: { number: true },
    receive: { makes: { kind: 'receipt', next: 'receive' } },
    bill: { makes: { kind: 'bill' } },
  },
  receipt: { receive: { number: true, goods: 'receive', posts: 'received' } },
  bill: { issue: { number: true, posts: 'issued' }, 'write-off': { posts: 'written-off' } },
  'supplier-return': {
    ship: { number: true, goods: 'supplier-return', posts: 'shipped' },
    credit: { makes: { kind: 'debit-note', next: 'issue' } },
  },
  'debit-note': { issue: { number: true, posts: 'issued' } },
}

/** From which documents a kind may carry on. */
export const comesFrom: Readonly<Record<DocumentKind, readonly DocumentKind[]>> = {
  quote: [],
  order: ['quote'],
  pick: ['order'],
  shipment: ['order', 'pick', 'invoice'],
  invoice: ['order', 'shipment', 'quote'],
  'credit-note': ['invoice', 'return'],
  return: ['shipment', 'invoice'],
  'purchase-order': [],
  receipt: ['purchase-order', 'bill'],
  bill: ['purchase-order', 'receipt'],
  'supplier-return': ['receipt', 'bill'],
  'debit-note': ['bill', 'supplier-return'],
}

/**
 * Documents in between: what is made from one of their lines carries on the line before it, so that what is open of an
 * order is one sum, whichever way the goods went.
 */
export const inBetween: readonly DocumentKind[] = ['pick', 'shipment', 'return', 'receipt', 'supplier-return']

/** Papers of goods alone: no price, no tax is taken on them. */
export const goodsOnly: readonly DocumentKind[] = ['pick', 'shipment']

/** Kinds that say who owes whom. */
export const claims: readonly DocumentKind[] = ['invoice', 'credit-note', 'bill', 'debit-note']

/** How numbers of a kind begin. */
export const numberPrefix: Readonly<Record<DocumentKind, string>> = {
  quote: 'Q',
  order: 'SO',
  pick: 'PL',
  shipment: 'DN',
  invoice: 'INV',
  'credit-note': 'CN',
  return: 'RT',
  'purchase-order': 'PO',
  receipt: 'GR',
  bill: 'BL',
  'supplier-return': 'SR',
  'debit-note': 'DB',
}

/** Papers of buying; all others are of selling. */
export const buying: readonly DocumentKind[] = ['purchase-order', 'receipt', 'bill', 'supplier-return', 'debit-note']
