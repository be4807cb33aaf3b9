// SPDX-License-Identifier: Apache-2.0
// Data: a few rows of each reference list, in the shapes of section 5 of PRAL's DI API v1.12. Ids are the published samples'.

/** What the office answers to a GET, by path. Rows beyond the published samples have ids from 9000 on. */
export const lists: Readonly<Record<string, readonly object[]>> = {
  '/pdi/v1/provinces': [
    { stateProvinceCode: 2, stateProvinceDesc: 'BALOCHISTAN' },
    { stateProvinceCode: 4, stateProvinceDesc: 'AZAD JAMMU AND KASHMIR' },
    { stateProvinceCode: 5, stateProvinceDesc: 'CAPITAL TERRITORY' },
    { stateProvinceCode: 6, stateProvinceDesc: 'KHYBER PAKHTUNKHWA' },
    { stateProvinceCode: 7, stateProvinceDesc: 'PUNJAB' },
    { stateProvinceCode: 8, stateProvinceDesc: 'SINDH' },
    { stateProvinceCode: 9, stateProvinceDesc: 'GILGIT BALTISTAN' },
  ],
  '/pdi/v1/doctypecode': [
    { docTypeId: 4, docDescription: 'Sale Invoice' },
    { docTypeId: 9, docDescription: 'Debit Note' },
  ],
  '/pdi/v1/itemdesccode': [
    { hS_CODE: '0101.2100', description: 'LIVE HORSES: PURE-BRED BREEDING ANIMALS' },
    { hS_CODE: '9506.6210', description: 'INFLATABLE BALLS: FOOTBALLS' },
    { hS_CODE: '9018.9090', description: 'SURGICAL INSTRUMENTS: OTHER' },
    { hS_CODE: '4203.2100', description: 'GLOVES DESIGNED FOR USE IN SPORTS' },
    { hS_CODE: '6109.1000', description: 'T-SHIRTS OF COTTON' },
  ],
  '/pdi/v1/sroitemcode': [
    { srO_ITEM_ID: 724, srO_ITEM_DESC: '9' },
    { srO_ITEM_ID: 728, srO_ITEM_DESC: '1' },
  ],
  '/pdi/v1/transtypecode': [
    { transactioN_TYPE_ID: 82, transactioN_DESC: 'DTRE goods' },
    { transactioN_TYPE_ID: 87, transactioN_DESC: 'Special procedure cottonseed' },
    { transactioN_TYPE_ID: 9001, transactioN_DESC: 'Goods at standard rate (default)' },
  ],
  '/pdi/v1/uom': [
    { uoM_ID: 77, description: 'Square Metre' },
    { uoM_ID: 13, description: 'KG' },
    { uoM_ID: 9001, description: 'Numbers, pieces, units' },
  ],
  '/pdi/v1/SroSchedule': [
    { srO_ID: 7, srO_DESC: 'Zero Rated Gas' },
    { srO_ID: 8, srO_DESC: '5th Schedule' },
  ],
  '/pdi/v2/SaleTypeToRate': [
    { ratE_ID: 734, ratE_DESC: '18% along with rupees 60 per kilogram', ratE_VALUE: 18 },
    { ratE_ID: 280, ratE_DESC: '0%', ratE_VALUE: 0 },
  ],
  '/pdi/v2/HS_UOM': [{ uoM_ID: 9001, description: 'Numbers, pieces, units' }],
  '/pdi/v2/SROItem': [
    { srO_ITEM_ID: 17853, srO_ITEM_DESC: '50' },
    { srO_ITEM_ID: 17854, srO_ITEM_DESC: '51' },
  ],
}

/** What must be given with a GET, by path. */
export const asked: Readonly<Record<string, readonly string[]>> = {
  '/pdi/v1/SroSchedule': ['rate_id', 'date', 'origination_supplier_csv'],
  '/pdi/v2/SaleTypeToRate': ['date', 'transTypeId', 'originationSupplier'],
  '/pdi/v2/HS_UOM': ['hs_code', 'annexure_id'],
  '/pdi/v2/SROItem': ['date', 'sro_id'],
}
