// SPDX-License-Identifier: Apache-2.0
import { writeAmount } from '../statement/amount.ts'
import type { Statement, StatementLine, StatementOptions } from '../statement/types.ts'
import type { Camt053Version } from './read.ts'

/** How a statement is written. */
export type Camt053WriteOptions = StatementOptions & {
  readonly version: Camt053Version
  /** Names the message, at most 35 characters. */
  readonly messageId: string
  /** When it is made, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly madeAt: string
}

/**
 * Writes statements as one message of ISO 20022. What was read and is written so reads the same again, but for the
 * numbers of lines. The balances after each line are not part of the format.
 *
 * @source ISO 20022 message definitions camt.053.001.02, .08 and .13.
 */
export function writeCamt053(statements: readonly Statement[], options: Camt053WriteOptions): string {
  const parts = statements.map((statement, index) => statementXml(statement, index, options))
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${options.version}">\n<BkToCstmrStmt>\n` +
    `<GrpHdr><MsgId>${xmlText(options.messageId)}</MsgId><CreDtTm>${xmlText(options.madeAt)}</CreDtTm></GrpHdr>\n` +
    `${parts.join('')}</BkToCstmrStmt>\n</Document>\n`
  )
}

function statementXml(statement: Statement, index: number, options: Camt053WriteOptions): string {
  const { account, currency, number } = statement
  const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account)
  const id = isIban ? `<IBAN>${account}</IBAN>` : `<Othr><Id>${xmlText(account)}</Id></Othr>`
  const balance = (type: string, minor: bigint, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp>${amountXml(minor, currency, options)}<Dt><Dt>${day}</Dt></Dt></Bal>\n`
  return (
    `<Stmt><Id>${xmlText(number || `${options.messageId}-${index + 1}`)}</Id>\n` +
    `<CreDtTm>${xmlText(options.madeAt)}</CreDtTm>\n` +
    `<Acct><Id>${id}</Id><Ccy>${currency}</Ccy></Acct>\n` +
    balance('OPBD', statement.openingMinor, statement.openingDay) +
    balance('CLBD', statement.closingMinor, statement.closingDay) +
    statement.lines.map((line) => entryXml(line, currency, options)).join('') +
    '</Stmt>\n'
  )
}

function entryXml(line: StatementLine, currency: string, options: Camt053WriteOptions): string {
  const deep = options.version !== 'camt.053.001.02'
  const status = deep ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>'
  const role = line.amountMinor >= 0n ? 'Dbtr' : 'Cdtr'
  const name = `<Nm>${xmlText(line.counterparty)}</Nm>`
  const party =
    line.counterparty === '' ? '' : `<RltdPties><${role}>${deep ? `<Pty>${name}</Pty>` : name}</${role}></RltdPties>`
  const reference = line.reference === '' ? 'NOTPROVIDED' : xmlText(line.reference)
  const remittance = line.description === '' ? '' : `<RmtInf><Ustrd>${xmlText(line.description)}</Ustrd></RmtInf>`
  const value = line.valueDay === null ? '' : `<ValDt><Dt>${line.valueDay}</Dt></ValDt>`
  return (
    `<Ntry>${amountXml(line.amountMinor, currency, options)}${status}<BookgDt><Dt>${line.day}</Dt></BookgDt>${value}` +
    `<BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>${party}${remittance}</TxDtls></NtryDtls></Ntry>\n`
  )
}

function amountXml(minor: bigint, currency: string, { currencyDecimals }: StatementOptions): string {
  const size = minor < 0n ? -minor : minor
  const text = writeAmount(size, '.', currencyDecimals(currency) ?? 0)
  return `<Amt Ccy="${currency}">${text}</Amt><CdtDbtInd>${minor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
}

function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
