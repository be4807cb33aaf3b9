// SPDX-License-Identifier: Apache-2.0
import { readAmount } from '../statement/amount.ts'
import type { StatementLine } from '../statement/types.ts'
import { all, at, type Element, textAt } from './element.ts'
import { dayOf, type Head, signedAmountOf } from './head.ts'

/** The lines of an entry: none while it is not booked; one for each payment where their amounts make up the entry. */
export function linesOfEntry(entry: Element, head: Head): StatementLine[] {
  // Before version 8 the status was a bare word.
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  const amountMinor = signedAmountOf(entry, head)
  if (status !== '' && status !== 'BOOK') return []
  const whole: StatementLine = {
    lineNo: entry.line,
    day: dayOf(entry, 'BookgDt'),
    valueDay: at(entry, 'ValDt') ? dayOf(entry, 'ValDt') : null,
    amountMinor,
    balanceMinor: null,
    counterparty: '',
    reference: '',
    description: textAt(entry, 'AddtlNtryInf'),
  }
  const payments = all(entry, 'NtryDtls').flatMap((details) => all(details, 'TxDtls'))
  const parts = payments.map((payment) => ({ payment, amountMinor: partOf(payment, head, amountMinor) }))
  const sum = parts.reduce<bigint | null>(
    (total, part) => (total === null || part.amountMinor === null ? null : total + part.amountMinor),
    0n,
  )
  const only = payments[0]
  if (parts.length > 1 && sum === amountMinor) {
    return parts.map((part) => ({
      ...toldBy(part.payment, whole),
      lineNo: part.payment.line,
      amountMinor: part.amountMinor ?? 0n,
    }))
  }
  return [payments.length === 1 && only ? toldBy(only, whole) : whole]
}

/** What a payment of a batch moved, with its sign; null where its amount is not given in the statement's currency. */
function partOf(payment: Element, head: Head, entryMinor: bigint): bigint | null {
  const amount = at(payment, 'Amt') ?? at(payment, 'AmtDtls', 'TxAmt', 'Amt')
  if (!amount || amount.currency !== head.names.currency) return null
  const minor = readAmount(amount.text.trim(), '.', head.decimals)
  if (minor === null) return null
  const direction = textAt(payment, 'CdtDbtInd')
  const incoming = direction === '' ? entryMinor >= 0n : direction === 'CRDT'
  return incoming ? minor : -minor
}

function toldBy(payment: Element, whole: StatementLine): StatementLine {
  const parties = at(payment, 'RltdPties')
  const [other, agent] = whole.amountMinor >= 0n ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr']
  // From version 8 on, a party stands one level deeper.
  const nameOf = (role: string) => textAt(parties, role, 'Pty', 'Nm') || textAt(parties, role, 'Nm')
  const texts = all(at(payment, 'RmtInf'), 'Ustrd').map((element) => element.text.replace(/\s+/g, ' ').trim())
  const structured = textAt(payment, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')
  const endToEnd = textAt(payment, 'Refs', 'EndToEndId')
  return {
    ...whole,
    counterparty: nameOf(agent as string) || nameOf(other as string),
    reference: structured || (endToEnd === 'NOTPROVIDED' ? '' : endToEnd),
    description: [...texts, textAt(payment, 'AddtlTxInf')].filter((text) => text !== '').join(' ') || whole.description,
  }
}
