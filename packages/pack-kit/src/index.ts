// SPDX-License-Identifier: Apache-2.0
export { destinationsFrom, distanceKm, findPreference } from './abroad.ts'
export { type AccountKind, type AccountRow, accountKinds, roleAccounts } from './chart.ts'
export { checkPack, type Problem } from './check-pack.ts'
export { currencyDecimals, isCurrency } from './currencies.ts'
export { findRowOn, getRowOn } from './dated-rows.ts'
export { type HolidayExposure, holidayExposures } from './exposures.ts'
export type {
  FiscalCode,
  FiscalFact,
  FiscalInvoice,
  FiscalLine,
  FiscalMark,
  FiscalParty,
  FiscalProblem,
  FiscalReference,
  FiscalReply,
  FiscalScenario,
  FiscalService,
} from './fiscal.ts'
export { groupDigits } from './group-digits.ts'
export { fromHijri, type HijriDate, hijriMonthDays, hijriMonthStart, toHijri, ummAlQuraYears } from './hijri.ts'
export { announcedMonth } from './hijri-months.ts'
export { type Holiday, holidaysBetween } from './holidays.ts'
export type { Names } from './names.ts'
export { displayNationalId, normaliseNationalId } from './national-id.ts'
export {
  type Category,
  type DatedRow,
  type FiscalYearRow,
  type HijriMonthRow,
  type HijriStyle,
  type HolidayKind,
  type HolidayRow,
  type HolidayWhen,
  type Language,
  type NationalIdStyle,
  type NumberStyle,
  Pack,
  type PhoneKind,
  type PhoneStyle,
  type Region,
  type Scale,
  type WeekRow,
} from './pack.ts'
export { displayPhone, normalisePhone, type PhoneNumber } from './phone.ts'
export { type LineTax, type TaxedLine, taxesOfLine } from './taxes-of-line.ts'
export { holidayWindows } from './windows.ts'
export { type WithheldPayment, withholdingOf } from './withholding.ts'
