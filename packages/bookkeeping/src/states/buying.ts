// SPDX-License-Identifier: Apache-2.0
import { may, never, type StateTable } from './state-table.ts'

export const purchaseOrder: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'send', 'open', 'has-lines', 'has-party'),
    may('draft', 'cancel', 'cancelled'),
    may('open', 'edit', 'open', 'nothing-received', 'nothing-billed'),
    may('open', 'receive', 'received', 'something-received', 'all-received'),
    may('open', 'receive', 'part-received', 'something-received'),
    may('open', 'bill', 'open'),
    may('open', 'cancel', 'cancelled', 'nothing-received', 'nothing-billed'),
    may('part-received', 'receive', 'received', 'something-received', 'all-received'),
    may('part-received', 'receive', 'part-received', 'something-received'),
    may('part-received', 'bill', 'part-received'),
    may('part-received', 'close', 'closed'),
    never('part-received', 'edit', 'received-goes-back-by-supplier-return'),
    never('part-received', 'cancel', 'received-goes-back-by-supplier-return'),
    may('received', 'receive', 'received', 'something-received', 'within-order-or-confirmed'),
    may('received', 'bill', 'received'),
    may('received', 'close', 'closed'),
    never('received', 'edit', 'received-goes-back-by-supplier-return'),
    never('received', 'cancel', 'received-goes-back-by-supplier-return'),
    may('closed', 'bill', 'closed'),
    may('closed', 'reopen', 'part-received'),
    never('closed', 'cancel', 'received-goes-back-by-supplier-return'),
  ],
}

export const receipt: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'receive', 'received', 'has-lines', 'within-order-or-confirmed', 'rate-known', 'period-open'),
    may('draft', 'cancel', 'cancelled'),
    never('received', 'edit', 'received-goes-back-by-supplier-return'),
    never('received', 'cancel', 'received-goes-back-by-supplier-return'),
  ],
}

export const supplierReturn: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'ship', 'shipped', 'has-lines', 'not-more-than-received', 'enough-stock', 'period-open'),
    may('draft', 'cancel', 'cancelled'),
    may('shipped', 'credit', 'credited'),
    may('shipped', 'close', 'closed'),
    never('shipped', 'edit', 'already-shipped'),
    never('shipped', 'cancel', 'already-shipped'),
    never('credited', 'cancel', 'already-shipped'),
    never('closed', 'cancel', 'already-shipped'),
  ],
}
