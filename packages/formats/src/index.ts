// SPDX-License-Identifier: Apache-2.0
export { type ByteSource, bytesSource, type Decompressor, joinBytes, readHead } from './byte-source.ts'
export { type Camt053Version, camt053Versions, readCamt053 } from './camt053/read.ts'
export { type Camt053WriteOptions, writeCamt053 } from './camt053/write.ts'
export { createDecoder, type Decoder } from './decoder.ts'
export { readHeadRows, sniffDialect } from './delimited/dialect.ts'
export { type DelimitedOptions, plainBytes, readDelimited } from './delimited/read.ts'
export { createTokenizer, type Dialect, type Tokenizer } from './delimited/tokenizer.ts'
export { unguardCell, type WriteOptions, writeCell, writeDelimited } from './delimited/write.ts'
export { readMerchantQr } from './emv-qr/read.ts'
export type { MerchantAccount, MerchantQr, QrFault, QrField } from './emv-qr/types.ts'
export { type OnePayment, reissueMerchantQr, writeFields as writeMerchantQr } from './emv-qr/write.ts'
export { detectEncoding, type Encoding, type EncodingGuess } from './encoding.ts'
export { type FormatErrorCode, formatError, formatErrorCodes } from './format-error.ts'
export { asGtin14, checkGtin, type GtinCheck, gtinCheckDigit, gtinLengths } from './gtin/check.ts'
export { gunzip, inflateRaw, withLimit } from './gunzip.ts'
export { checkIban, type IbanCheck, type IbanReason, makeIban, spacedIban } from './iban/check.ts'
export { ibanLengths } from './iban/lengths.ts'
export * as market from './market/index.ts'
export { readMt940 } from './mt940/read.ts'
export { writeMt940 } from './mt940/write.ts'
export { type BadRate, type QuotedRate, readRateTable } from './rates/read.ts'
export { type Row, type RowBatch, type RowFault, type TableLimits, tableLimits } from './row.ts'
export { type FileKind, isEncryptedWorkbook, sniffBytes } from './sniff-bytes.ts'
export { type StatementFault, statementFaults } from './statement/broken.ts'
export { type Gap, gapsBetween, type Stretch } from './statement/chain.ts'
export {
  largestStatement,
  mostStatementLines,
  type Statement,
  type StatementLine,
  type StatementOptions,
} from './statement/types.ts'
export { listSheets, readWorkbook, type WorkbookReadOptions } from './xlsx/read.ts'
