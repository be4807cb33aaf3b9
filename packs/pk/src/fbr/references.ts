// SPDX-License-Identifier: Apache-2.0
import type { FiscalReference } from '@resham/pack-kit'
import { isObject } from './fields.ts'

/** A list whose rows have an id and words; the office spells its keys with odd capitals. */
function list(
  id: string,
  path: string,
  idKey: string,
  wordsKey: string,
  asks: readonly string[] = [],
): FiscalReference {
  return {
    id,
    path,
    asks,
    asksIn: 'query',
    read: (body) => {
      if (!Array.isArray(body)) return undefined
      const rows = body.map((row: unknown) =>
        isObject(row) ? { id: String(row[idKey] ?? ''), words: String(row[wordsKey] ?? '') } : { id: '', words: '' },
      )
      return rows.every((row) => row.id !== '' && row.words !== '') ? rows : undefined
    },
  }
}

function single(id: string, path: string, idKey: string, wordsKey: string, asks: readonly string[]): FiscalReference {
  const one = list(id, path, idKey, wordsKey, asks)
  return { ...one, asksIn: 'body', read: (body) => one.read([body]) }
}

/**
 * Section 5 of PRAL's Technical Specification for DI API v1.12. Dates as 24-Feb-2024, but for SROItem: 2024-02-24. The last
 * two are written as GET with a body; those who use them say POST. */
export const references: readonly FiscalReference[] = [
  list('provinces', '/pdi/v1/provinces', 'stateProvinceCode', 'stateProvinceDesc'),
  list('document-types', '/pdi/v1/doctypecode', 'docTypeId', 'docDescription'),
  list('hs-codes', '/pdi/v1/itemdesccode', 'hS_CODE', 'description'),
  list('sro-item-codes', '/pdi/v1/sroitemcode', 'srO_ITEM_ID', 'srO_ITEM_DESC'),
  list('sale-types', '/pdi/v1/transtypecode', 'transactioN_TYPE_ID', 'transactioN_DESC'),
  list('uom', '/pdi/v1/uom', 'uoM_ID', 'description'),
  list('sro-schedules', '/pdi/v1/SroSchedule', 'srO_ID', 'srO_DESC', ['rate_id', 'date', 'origination_supplier_csv']),
  list('rates', '/pdi/v2/SaleTypeToRate', 'ratE_ID', 'ratE_DESC', ['date', 'transTypeId', 'originationSupplier']),
  list('hs-uom', '/pdi/v2/HS_UOM', 'uoM_ID', 'description', ['hs_code', 'annexure_id']),
  list('sro-items', '/pdi/v2/SROItem', 'srO_ITEM_ID', 'srO_ITEM_DESC', ['date', 'sro_id']),
  single('active', '/dist/v1/statl', 'status code', 'status', ['regno', 'date']),
  single('registration', '/dist/v1/Get_Reg_Type', 'REGISTRATION_NO', 'REGISTRATION_TYPE', ['Registration_No']),
]
