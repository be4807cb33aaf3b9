// SPDX-License-Identifier: Apache-2.0
import type { Permission } from '@resham/contract'
import type { IconName } from '#lib/ui/icons.ts'

/** A page that hangs under More: its words are `more.<name>` and `more.<name>.note`. */
export type Place = {
  readonly name: string
  readonly icon: IconName
  /** After the business's own address. */
  readonly path: string
  readonly needs: Permission
}

/** The pages under More, in groups; a group's heading is `more.group.<name>`. A group without a page is not shown. */
export const groups = [
  {
    name: 'sell',
    places: [
      { name: 'counter', icon: 'phone', path: 'counter', needs: 'sell.write' },
      { name: 'counterSales', icon: 'record', path: 'counter/sales', needs: 'books.read' },
      { name: 'sell', icon: 'sell', path: 'sell', needs: 'books.read' },
      { name: 'paste', icon: 'upload', path: 'paste', needs: 'sell.write' },
      { name: 'parties', icon: 'people', path: 'parties', needs: 'books.read' },
      { name: 'prices', icon: 'items', path: 'prices', needs: 'books.read' },
    ],
  },
  {
    name: 'buy',
    places: [
      { name: 'plan', icon: 'plan', path: 'plan', needs: 'plan.read' },
      { name: 'buy', icon: 'rules', path: 'buy', needs: 'books.read' },
      { name: 'stock', icon: 'items', path: 'stock', needs: 'books.read' },
    ],
  },
  {
    name: 'money',
    places: [
      { name: 'money', icon: 'record', path: 'money', needs: 'money.read' },
      { name: 'match', icon: 'check', path: 'match', needs: 'money.read' },
      { name: 'owed', icon: 'people', path: 'sell/owed', needs: 'money.read' },
      { name: 'cash', icon: 'trends', path: 'money/cash', needs: 'money.read' },
    ],
  },
  {
    name: 'books',
    places: [
      { name: 'books', icon: 'record', path: 'books', needs: 'ledger.read' },
      { name: 'rates', icon: 'trends', path: 'rates', needs: 'money.read' },
      { name: 'taxOffice', icon: 'upload', path: 'tax-office', needs: 'books.read' },
      { name: 'taxSums', icon: 'rules', path: 'tax-sums', needs: 'money.read' },
    ],
  },
  {
    name: 'look',
    places: [
      { name: 'market', icon: 'trends', path: 'market', needs: 'books.read' },
      { name: 'calendar', icon: 'calendar', path: 'calendar', needs: 'books.read' },
    ],
  },
  {
    name: 'business',
    places: [
      { name: 'imports', icon: 'upload', path: 'imports', needs: 'books.read' },
      { name: 'rules', icon: 'rules', path: 'rules', needs: 'books.read' },
      { name: 'tidy', icon: 'items', path: 'tidy', needs: 'books.read' },
      { name: 'people', icon: 'people', path: 'more/people', needs: 'people.read' },
      { name: 'keys', icon: 'key', path: 'more/keys', needs: 'tokens.manage' },
      { name: 'jobs', icon: 'work', path: 'more/jobs', needs: 'books.read' },
      { name: 'record', icon: 'record', path: 'more/record', needs: 'audit.read' },
      { name: 'settings', icon: 'settings', path: 'more/settings', needs: 'settings.manage' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly places: readonly Place[] }[]
