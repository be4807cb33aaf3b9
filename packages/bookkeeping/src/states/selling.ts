// SPDX-License-Identifier: Apache-2.0
import { may, never, type StateTable } from './state-table.ts'

export const quote: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'send', 'sent', 'has-lines', 'has-party'),
    may('draft', 'cancel', 'cancelled'),
    may('sent', 'edit', 'draft'),
    may('sent', 'accept', 'accepted', 'still-valid'),
    may('sent', 'decline', 'declined'),
    may('sent', 'expire', 'expired', 'no-longer-valid'),
    may('sent', 'cancel', 'cancelled'),
    may('accepted', 'order', 'ordered', 'has-lines'),
    may('accepted', 'cancel', 'cancelled'),
    never('accepted', 'edit', 'accepted-is-changed-in-its-order'),
    never('ordered', 'edit', 'accepted-is-changed-in-its-order'),
    may('expired', 'reopen', 'draft'),
  ],
}

export const order: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'confirm', 'open', 'has-lines', 'has-party'),
    may('draft', 'cancel', 'cancelled'),
    may('open', 'edit', 'open', 'nothing-picked', 'nothing-shipped', 'nothing-invoiced'),
    may('open', 'pick', 'open', 'something-to-ship'),
    may('open', 'ship', 'shipped', 'something-to-ship', 'all-shipped'),
    may('open', 'ship', 'part-shipped', 'something-to-ship'),
    may('open', 'invoice', 'open', 'something-to-invoice'),
    may('open', 'cancel', 'cancelled', 'nothing-shipped', 'nothing-invoiced', 'no-deposit-held'),
    may('part-shipped', 'pick', 'part-shipped', 'something-to-ship'),
    may('part-shipped', 'ship', 'shipped', 'something-to-ship', 'all-shipped'),
    may('part-shipped', 'ship', 'part-shipped', 'something-to-ship'),
    may('part-shipped', 'invoice', 'part-shipped', 'something-to-invoice'),
    may('part-shipped', 'close', 'closed', 'no-deposit-held'),
    never('part-shipped', 'edit', 'already-shipped'),
    never('part-shipped', 'cancel', 'already-shipped'),
    may('shipped', 'invoice', 'shipped', 'something-to-invoice'),
    may('shipped', 'close', 'closed', 'no-deposit-held'),
    never('shipped', 'edit', 'already-shipped'),
    never('shipped', 'cancel', 'already-shipped'),
    may('closed', 'reopen', 'part-shipped', 'something-to-ship'),
    may('closed', 'invoice', 'closed', 'something-to-invoice'),
    never('closed', 'cancel', 'already-shipped'),
  ],
}

export const pick: StateTable = {
  initial: 'open',
  rows: [
    may('open', 'edit', 'open'),
    may('open', 'finish', 'picked', 'something-picked'),
    may('open', 'cancel', 'cancelled'),
    may('picked', 'edit', 'open'),
    may('picked', 'ship', 'shipped', 'enough-stock', 'period-open'),
    may('picked', 'cancel', 'cancelled'),
    never('shipped', 'edit', 'shipped-comes-back-by-return'),
    never('shipped', 'cancel', 'shipped-comes-back-by-return'),
  ],
}

export const shipment: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'ship', 'shipped', 'has-lines', 'enough-stock', 'period-open'),
    may('draft', 'cancel', 'cancelled'),
    may('shipped', 'deliver', 'delivered'),
    never('shipped', 'edit', 'shipped-comes-back-by-return'),
    never('shipped', 'cancel', 'shipped-comes-back-by-return'),
    never('delivered', 'edit', 'shipped-comes-back-by-return'),
    never('delivered', 'cancel', 'shipped-comes-back-by-return'),
  ],
}

export const customerReturn: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'receive', 'received', 'has-lines', 'not-more-than-shipped', 'period-open'),
    may('draft', 'refuse', 'refused'),
    may('draft', 'cancel', 'cancelled'),
    may('received', 'credit', 'credited', 'not-more-than-invoiced'),
    may('received', 'close', 'closed'),
    never('received', 'edit', 'return-already-received'),
    never('received', 'cancel', 'return-already-received'),
    never('credited', 'cancel', 'return-already-received'),
    never('closed', 'cancel', 'return-already-received'),
  ],
}
