// SPDX-License-Identifier: Apache-2.0
import type { BankRole } from './types.ts'

// What banks and wallets write above their columns: lower case, words apart by one space, as `normalHeader` makes them.
const listed = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Header words of each role, the surest first. */
export const bankHeaderWords: Readonly<Record<BankRole, readonly string[]>> = {
  date: listed(`
    date, transaction date, txn date, tran date, trans date, trx date, posting date, post date, booking date, booked on,
    date time, transaction date time, timestamp, transaction time, entry date, tareekh, تاریخ, لین دین کی تاریخ, تاریخ وقت
  `),
  valueDate: listed(`value date, val date, effective date, قدر کی تاریخ`),
  description: listed(`
    description, particulars, narration, narrative, details, transaction details, transaction description, remarks,
    purpose, memo, payment details, tafseel, تفصیل, تفصیلات
  `),
  debit: listed(`
    debit, withdrawal, withdrawals, debit amount, withdrawal amount, debits, dr, dr amount, amount dr, paid out, money out,
    amount debited, out, nikala, ڈیبٹ, نکالا, نکالی گئی رقم, خرچ
  `),
  credit: listed(`
    credit, deposit, deposits, credit amount, deposit amount, credits, cr, cr amount, amount cr, paid in, money in,
    amount credited, in, jama, کریڈٹ, جمع, جمع رقم, آمد
  `),
  amount: listed(`amount, transaction amount, txn amount, trx amount, net amount, amount rs, raqam, رقم`),
  direction: listed(
    `dr cr, cr dr, debit credit, credit debit, direction, in out, sign, type, transaction type, txn type`,
  ),
  balance: listed(`
    balance, running balance, available balance, closing balance, balance amount, account balance, ledger balance,
    balance after, baqaya, بیلنس, بقایا, باقی رقم
  `),
  reference: listed(`
    reference, reference no, reference number, ref no, ref, ref number, transaction id, txn id, trx id, transaction no, tid,
    transaction ref, cheque no, chq no, cheque number, instrument no, instrument number, stan, rrn, voucher no, doc no,
    حوالہ, حوالہ نمبر, چیک نمبر
  `),
  counterparty: listed(`
    counterparty, counter party, name, sender, sender name, receiver, beneficiary, beneficiary name, payee, payer, from,
    account title, party, party name, customer name, received from, paid to, نام, بھیجنے والا, وصول کنندہ
  `),
}

const inWords = listed(`cr, c, credit, in, money in, deposit, received, جمع, کریڈٹ, آمد`)
const outWords = listed(`dr, d, debit, out, money out, withdrawal, sent, paid, نکالا, ڈیبٹ, خرچ`)

/** What a word says: money in, money out, or neither. */
export function directionOf(text: string): 'in' | 'out' | null {
  const word = text.trim().toLowerCase().replace(/\.$/, '')
  if (inWords.includes(word)) return 'in'
  return outWords.includes(word) ? 'out' : null
}

/** True for what stands beside the balance before the first line. */
export function isOpeningText(text: string): boolean {
  return /\b(opening|brought forward|b\/?f|previous|balance forward)\b|ابتدائی|پچھلا/iu.test(text)
}
