// SPDX-License-Identifier: Apache-2.0
import { documentEndpoints as at, paymentEndpoints as pay } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import * as documents from './documents.service.ts'
import * as money from './money.service.ts'

/** Papers, money, and what settles what. */
export function documentRoutes(parts: documents.DocumentParts): Route[] {
  return [
    implement(at.list, documents.listDocuments),
    implement(at.read, (ctx, input) => documents.readDocument(ctx, input, parts)),
    implement(at.create, (ctx, input) => documents.createDocument(ctx, input, parts)),
    implement(at.change, (ctx, input) => documents.changeDocument(ctx, input, parts)),
    implement(at.act, (ctx, input) => documents.act(ctx, input, parts)),
    implement(at.sellAtCounter, (ctx, input) => documents.sellAtCounter(ctx, input, parts)),
    implement(pay.list, money.listPayments),
    implement(pay.record, (ctx, input) => money.recordPayment(ctx, input, parts)),
    implement(pay.read, money.readPayment),
    implement(pay.cancel, (ctx, input) => money.cancelPayment(ctx, input, parts)),
    implement(pay.settle, (ctx, input) => money.settle(ctx, input, parts)),
    implement(pay.undoSettlement, (ctx, input) => money.undoSettlement(ctx, input, parts)),
  ]
}
