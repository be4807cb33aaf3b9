// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aStatement, options, withoutLineNumbers, words } from '../statement/a-statement.testing.ts'
import { camt053Versions, readCamt053 } from './read.ts'
import { writeCamt053 } from './write.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const how = { ...options, messageId: 'M1', madeAt: '2026-11-25T09:00:00Z' }

/** A statement in the shape of the examples that ISO 20022 publishes with its message definitions. */
function aMessage(version: string, entries: string, closing = '1120.50') {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">
<BkToCstmrStmt><GrpHdr><MsgId>AAAASESS-FP-STAT001</MsgId><CreDtTm>2026-10-18T17:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>AAAASESS-FP-STAT001</Id><ElctrncSeqNb>7</ElctrncSeqNb>
<Acct><Id><Othr><Id>50000000054910000003</Id></Othr></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-15</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-18</Dt></Dt></Bal>
${entries}
</Stmt></BkToCstmrStmt></Document>`
}
const batch = `<Ntry><Amt Ccy="EUR">150.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><DtTm>2026-10-16T13:15:00+01:00</DtTm></BookgDt><ValDt><Dt>2026-10-17</Dt></ValDt>
<NtryDtls><TxDtls><Refs><EndToEndId>MUELL/FINP/RA12345</EndToEndId></Refs>
<AmtDtls><TxAmt><Amt Ccy="EUR">100</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>MUELLER</Nm></Dbtr></RltdPties>
<RmtInf><Ustrd>Inv 12</Ustrd><Ustrd>and more &amp; more</Ustrd></RmtInf></TxDtls>
<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">50.5</Amt></TxAmt></AmtDtls>
<RltdPties><Dbtr><Pty><Nm>Malik Traders</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">30</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-17</Dt></BookgDt>
<AddtlNtryInf>Charges</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">999</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2026-10-17</Dt></BookgDt></Ntry>`

function refusal(text: string) {
  try {
    readCamt053(bytes(text), options)
  } catch (error) {
    return { code: (error as { code: string }).code, ...(error as { details: object }).details }
  }
  return undefined
}

describe('camt.053', () => {
  test.each(camt053Versions)('%s: entries, batches, parties of either depth, nothing pending', (version) => {
    const [statement] = readCamt053(bytes(aMessage(version, batch)), options)
    expect(statement).toMatchObject({ account: '50000000054910000003', number: '7', closingMinor: 112_050n })
    expect(statement?.lines.map(({ lineNo, ...line }) => line)).toEqual([
      {
        day: '2026-10-16',
        valueDay: '2026-10-17',
        amountMinor: 10_000n,
        balanceMinor: 110_000n,
        counterparty: 'MUELLER',
        reference: 'MUELL/FINP/RA12345',
        description: 'Inv 12 and more & more',
      },
      {
        day: '2026-10-16',
        valueDay: '2026-10-17',
        amountMinor: 5050n,
        balanceMinor: 115_050n,
        counterparty: 'Malik Traders',
        reference: 'RF18539007547034',
        description: '',
      },
      {
        day: '2026-10-17',
        valueDay: null,
        amountMinor: -3000n,
        balanceMinor: 112_050n,
        counterparty: '',
        reference: '',
        description: 'Charges',
      },
    ])
  })

  test('what is written reads the same, in every version', () => {
    const text = words('abcXYZ09&<>"\'/.-اردوگاہک', 120)
    fc.assert(
      fc.property(aStatement(text, words('A1/-&', 30)), fc.constantFrom(...camt053Versions), (statement, version) => {
        const written = writeCamt053([statement, { ...statement, number: '18' }], { ...how, version })
        expect(withoutLineNumbers(readCamt053(bytes(written), options))).toEqual([
          statement,
          { ...statement, number: '18' },
        ])
      }),
    )
  })

  test('a statement that does not add up is refused with what lacks', () => {
    expect(refusal(aMessage('camt.053.001.08', batch, '1120.51'))).toEqual({
      code: 'formats.statement-sum',
      statement: '7',
      opening: '100000',
      sum: '12050',
      closing: '112051',
      difference: '1',
      currency: 'EUR',
    })
  })

  test('what is malformed is refused with place and reason', () => {
    const good = aMessage('camt.053.001.08', batch)
    const broken: readonly (readonly [string, string, number, string])[] = [
      [good.replace('2026-10-17</Dt></BookgDt>', '2026-02-30</Dt></BookgDt>'), 'date-unreadable', 16, 'Ntry/BookgDt'],
      [good.replace('>150.50<', '>150.505<'), 'amount-unreadable', 8, 'Ntry/Amt'],
      [good.replace('>150.50<', '>1,5e2<'), 'amount-unreadable', 8, 'Ntry/Amt'],
      [good.replace('<Amt Ccy="EUR">30<', '<Amt Ccy="PKR">30<'), 'currency-differs', 16, 'Ntry/Amt'],
      [good.replace('DBIT', 'OUT'), 'direction-unreadable', 16, 'Ntry/CdtDbtInd'],
      [good.replace('<Ccy>EUR', '<Ccy>ABC'), 'currency-unknown', 4, 'Stmt/Acct/Ccy'],
      [good.replace('CLBD', 'XXXX'), 'missing', 4, 'Stmt/Bal CLBD'],
      [good.slice(0, good.indexOf('<ValDt>')), 'not-xml', 9, 'Ntry'],
      ['<Document/>', 'no-statement', 1, 'Stmt'],
      ['date,amount', 'not-xml', 1, 'Document'],
    ]
    for (const [text, reason, line, field] of broken) {
      expect(refusal(text)).toEqual({ code: 'formats.statement-broken', reason, line, field })
    }
  })

  test('no entity is ever expanded: a document type is refused', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>`
    expect(refusal(bomb)).toMatchObject({ code: 'formats.statement-broken', reason: 'document-type' })
    expect(refusal(aMessage('camt.053.001.08', '<Ntry>&unknown;</Ntry>'))).toMatchObject({ reason: 'not-xml' })
  })

  test('more than can be a statement is refused', () => {
    expect(() => readCamt053(new Uint8Array(20 * 1024 * 1024 + 1), options)).toThrow('formats.too-large')
    expect(refusal(`<Document>${'<a>'.repeat(50)}`)).toMatchObject({ reason: 'unexpected-field' })
  })
})
