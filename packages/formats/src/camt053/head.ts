// SPDX-License-Identifier: Apache-2.0
import { type PlainDate, plainDate } from '@resham/base'
import { readAmount } from '../statement/amount.ts'
import { brokenStatement } from '../statement/broken.ts'
import { isRealDay } from '../statement/day.ts'
import type { Statement, StatementOptions } from '../statement/types.ts'
import { all, at, type Element, textAt } from './element.ts'

/** What holds for all entries of a statement. */
export type Head = {
  readonly names: Pick<Statement, 'account' | 'currency' | 'number'>
  readonly decimals: number
}

/** Account and currency of a statement. The currency may stand at the balances only. */
export function accountOf(statement: Element, options: StatementOptions): Head {
  const account = at(statement, 'Acct')
  const id = textAt(account, 'Id', 'IBAN') || textAt(account, 'Id', 'Othr', 'Id')
  if (id === '') throw brokenStatement('missing', { line: statement.line, field: 'Stmt/Acct/Id' })
  const currency = textAt(account, 'Ccy') || (at(statement, 'Bal', 'Amt')?.currency ?? '')
  const decimals = options.currencyDecimals(currency)
  if (decimals === null) throw brokenStatement('currency-unknown', { line: statement.line, field: 'Stmt/Acct/Ccy' })
  const number = textAt(statement, 'ElctrncSeqNb') || textAt(statement, 'Id')
  return { names: { account: id, currency, number }, decimals }
}

/**
 * Opening and closing balance. A page of a longer statement has an interim balance on either side; the closing balance
 * of the day before (PRCD) is the opening one where a bank gives no other.
 */
export function balancesOf(
  statement: Element,
  head: Head,
): Pick<Statement, 'openingDay' | 'openingMinor' | 'closingDay' | 'closingMinor'> {
  const balances = all(statement, 'Bal').map((element) => {
    const type = textAt(element, 'Tp', 'CdOrPrtry', 'Cd') || textAt(element, 'Tp', 'CdOrPrtry', 'Prtry')
    return { type, element }
  })
  const find = (types: readonly string[], which: 'first' | 'last') => {
    for (const type of types) {
      const found = balances.filter((one) => one.type === type)
      const chosen = which === 'first' ? found[0] : found.at(-1)
      if (chosen) return chosen.element
    }
    throw brokenStatement('missing', { line: statement.line, field: `Stmt/Bal ${types[0]}` })
  }
  const opening = find(['OPBD', 'PRCD', 'ITBD'], 'first')
  const closing = find(['CLBD', 'ITBD'], 'last')
  return {
    openingDay: dayOf(opening, 'Dt'),
    openingMinor: signedAmountOf(opening, head),
    closingDay: dayOf(closing, 'Dt'),
    closingMinor: signedAmountOf(closing, head),
  }
}

/** A day below an element: `Dt/Dt` or `Dt/DtTm`, the day as it was written. */
export function dayOf(element: Element, name: string): PlainDate {
  const holder = at(element, name)
  const day = (textAt(holder, 'Dt') || textAt(holder, 'DtTm')).slice(0, 10)
  if (isRealDay(day)) return plainDate(day)
  throw brokenStatement('date-unreadable', { line: holder?.line ?? element.line, field: `${element.name}/${name}` })
}

/** `Amt` with the sign of `CdtDbtInd` beside it, in minor units of the statement's currency. */
export function signedAmountOf(element: Element, head: Head): bigint {
  const amount = at(element, 'Amt')
  const place = { line: amount?.line ?? element.line, field: `${element.name}/Amt` }
  if (!amount) throw brokenStatement('missing', place)
  if (amount.currency !== undefined && amount.currency !== head.names.currency) {
    throw brokenStatement('currency-differs', place)
  }
  const minor = readAmount(amount.text.trim(), '.', head.decimals)
  if (minor === null) throw brokenStatement('amount-unreadable', place)
  const direction = textAt(element, 'CdtDbtInd')
  if (direction === 'CRDT') return minor
  if (direction === 'DBIT') return -minor
  throw brokenStatement('direction-unreadable', { line: element.line, field: `${element.name}/CdtDbtInd` })
}
