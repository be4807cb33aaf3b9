// SPDX-License-Identifier: Apache-2.0
import type { Party, PartyFields } from '@resham/contract'
import type { Static } from 'typebox'
import type { PartyDraft, PartyRecord } from './parties.types.ts'

/** A party as the API answers it. */
export function toPartyReply(party: PartyRecord, currency: string): Static<typeof Party> {
  const { creditLimitMinor, mergedInto: _inside, ...rest } = party
  return {
    ...rest,
    address: { ...party.address },
    creditLimit: creditLimitMinor === null ? null : { minor: creditLimitMinor.toString(), currency },
  }
}

/** A party before anything is known but the name. */
export const blankParty: PartyDraft = {
  name: '',
  isCustomer: true,
  isSupplier: false,
  phone: null,
  email: null,
  address: {},
  taxNumber: null,
  registration: null,
  termsDays: null,
  creditLimitMinor: null,
  currency: null,
  language: null,
  priceListId: null,
  leadTimeDays: null,
  note: null,
}

/** What is known after a change: fields that the change names, and the rest as it was. */
export function changedParty(before: PartyDraft, change: Partial<Static<typeof PartyFields>>): PartyDraft {
  const { creditLimit, ...rest } = change
  return {
    ...before,
    ...rest,
    ...(creditLimit === undefined ? {} : { creditLimitMinor: creditLimit === null ? null : BigInt(creditLimit.minor) }),
  }
}
