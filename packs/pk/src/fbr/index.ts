// SPDX-License-Identifier: Apache-2.0
import type { FiscalService } from '@resham/pack-kit'
import { buildBody } from './build.ts'
import { checkBody, officeNumber } from './check.ts'
import { codes } from './codes.ts'
import { facts } from './facts.ts'
import { references } from './references.ts'
import { readReply } from './reply.ts'
import { scenarios } from './scenarios.ts'

/** Digital invoicing of the Federal Board of Revenue. What is not certain about it stands in SOURCE.md. */
export const fbr: FiscalService = {
  id: 'fbr-di',
  names: { en: 'FBR digital invoicing', ur: 'ایف بی آر ڈیجیٹل انوائسنگ' },
  source: 'PRAL Technical Specification for DI API, User Manual v1.12, 24 July 2025; SRO 709(I)/2025',
  addresses: { real: 'https://gw.fbr.gov.pk', trial: 'https://gw.fbr.gov.pk' },
  paths: {
    submit: { real: '/di_data/v1/di/postinvoicedata', trial: '/di_data/v1/di/postinvoicedata_sb' },
    check: { real: '/di_data/v1/di/validateinvoicedata', trial: '/di_data/v1/di/validateinvoicedata_sb' },
  },
  facts,
  nobody: 'Walk-in customer',
  scenarios,
  references,
  codes,
  cancelHours: 72,
  build: buildBody,
  check: checkBody,
  readReply,
  mark: (number) => ({
    number,
    qr: { text: number, version: 2, errorCorrection: 'M', sizeInches: 1 },
    words: { en: 'FBR Digital Invoicing System', ur: 'ایف بی آر ڈیجیٹل انوائسنگ سسٹم' },
  }),
  isNumber: (text) => officeNumber.test(text),
}
