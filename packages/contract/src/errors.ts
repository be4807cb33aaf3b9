// SPDX-License-Identifier: Apache-2.0

/** What happens when an error code reaches the door. */
export type ErrorRow = {
  /** HTTP status. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507
  /** True when the same request may work a little later. */
  readonly retry: boolean
  readonly log: 'info' | 'warn' | 'error'
}

const asked: ErrorRow = { status: 400, retry: false, log: 'info' }
const unreadable: ErrorRow = { status: 422, retry: false, log: 'info' }
const conflict: ErrorRow = { status: 409, retry: false, log: 'info' }
const ours: ErrorRow = { status: 500, retry: false, log: 'error' }

/**
 * Every code that may reach a person, and what the door does with it: all that a package throws among them. What an
 * engine refuses and no person can have asked for is a fault of ours. A code that is not here is
 * a bug and is answered as `platform.unexpected`. The words for each live in the catalogues, under
 * `errors.<code>`.
 */
export const errorTable = {
  'platform.unexpected': ours,
  'platform.not-found': { status: 404, retry: false, log: 'info' },
  'platform.invalid-request': asked,
  'platform.too-large': { status: 413, retry: false, log: 'info' },
  'platform.unsupported-media': { status: 415, retry: false, log: 'info' },
  'platform.rate-limited': { status: 429, retry: true, log: 'warn' },
  'platform.database-unavailable': { status: 503, retry: true, log: 'error' },
  'platform.storage-full': { status: 507, retry: false, log: 'error' },
  'platform.idempotency-mismatch': conflict,
  'platform.job-failed': ours,
  'platform.job-not-failed': conflict,
  'platform.forbidden': { status: 403, retry: false, log: 'info' },
  'account.not-signed-in': { status: 401, retry: false, log: 'info' },
  'account.wrong-credentials': { status: 401, retry: false, log: 'warn' },
  'account.locked': { status: 429, retry: true, log: 'warn' },
  'account.identifier-invalid': unreadable,
  'account.identifier-taken': conflict,
  'account.password-too-short': unreadable,
  'account.password-too-long': unreadable,
  'account.password-common': unreadable,
  'account.password-contains-name': unreadable,
  'account.code-wrong': { status: 401, retry: false, log: 'warn' },
  'account.second-factor-missing': conflict,
  'account.passkey-refused': { status: 401, retry: false, log: 'warn' },
  'account.guest-cannot': { status: 403, retry: false, log: 'info' },
  'business.slug-taken': conflict,
  'business.pack-unknown': unreadable,
  'business.currency-unknown': unreadable,
  'business.time-zone-unknown': unreadable,
  'business.last-owner': conflict,
  'business.invitation-over': { status: 410, retry: false, log: 'info' },
  'business.already-member': conflict,
  'base.date-invalid': unreadable,
  'base.currency-invalid': unreadable,
  'base.currency-mismatch': unreadable,
  'base.money-not-whole': unreadable,
  'bookkeeping.quantity-invalid': unreadable,
  'bookkeeping.price-invalid': unreadable,
  'bookkeeping.discount-invalid': unreadable,
  'bookkeeping.tax-invalid': unreadable,
  'bookkeeping.amount-too-large': unreadable,
  'bookkeeping.retail-price-missing': unreadable,
  'bookkeeping.currency-mismatch': unreadable,
  'bookkeeping.too-many-lines': unreadable,
  'bookkeeping.not-allowed': conflict,
  'bookkeeping.state-unknown': ours,
  'bookkeeping.entry-unbalanced': unreadable,
  'bookkeeping.amount-invalid': unreadable,
  'bookkeeping.role-missing': ours,
  'bookkeeping.spread-of-nothing': unreadable,
  'bookkeeping.stock-short': conflict,
  'bookkeeping.rate-invalid': unreadable,
  'bookkeeping.settled-too-much': conflict,
  'imports.not-ready': conflict,
  'imports.already-started': conflict,
  'imports.already-over': conflict,
  'imports.column-missing': unreadable,
  'imports.column-twice': unreadable,
  'imports.several-currencies': unreadable,
  'imports.no-good-rows': unreadable,
  'formats.empty': unreadable,
  'formats.not-a-table': unreadable,
  'formats.header-only': unreadable,
  'formats.pdf': unreadable,
  'formats.zip-not-workbook': unreadable,
  'formats.old-workbook': unreadable,
  'formats.encrypted-workbook': unreadable,
  'formats.broken-workbook': unreadable,
  'formats.broken-gzip': unreadable,
  'formats.zip-bomb': unreadable,
  'formats.too-large': { status: 413, retry: false, log: 'info' },
  'formats.too-many-columns': unreadable,
  'formats.record-too-long': unreadable,
  'formats.mixed-encoding': unreadable,
  'formats.unsupported': { status: 415, retry: false, log: 'info' },
  'ledger.columns-not-found': unreadable,
  'rules.invalid-pattern': unreadable,
  'rules.too-many': unreadable,
  'planning.supply-invalid': unreadable,
  'planning.budget-invalid': unreadable,
  'planning.today-invalid': unreadable,
  'plan.supply-invalid': unreadable,
  'plan.stock-file-invalid': unreadable,
  'destinations.item-unknown': unreadable,
  'market.source-unknown': unreadable,
  'market.columns-missing': unreadable,
  'market.no-good-rows': unreadable,
  'market.too-many-series': unreadable,
  'market.cut-short': unreadable,
  'market.not-json': unreadable,
  'market.answer-refused': unreadable,
  'market.address-invalid': unreadable,
  'market.unreachable': { status: 503, retry: true, log: 'warn' },
  'forecast.horizon-invalid': unreadable,
  'forecast.level-invalid': unreadable,
  'forecast.season-invalid': unreadable,
  'forecast.value-not-finite': unreadable,
  'forecast.value-too-large': unreadable,
  'forecast.model-unknown': unreadable,
  'forecast.seed-invalid': unreadable,
  'forecast.unknown-invalid': unreadable,
  'forecast.history-too-short': unreadable,
  'forecast.event-invalid': unreadable,
  'forecast.column-invalid': unreadable,
  'forecast.stock-invalid': unreadable,
  'forecast.periods-invalid': unreadable,
  'forecast.probability-invalid': unreadable,
  'forecast.count-invalid': unreadable,
  'forecast.window-invalid': unreadable,
  'forecast.arima-order-invalid': ours,
  'forecast.regressors-missing': ours,
  'forecast.decomposition-too-short': unreadable,
  'forecast.weight-invalid': ours,
  'forecast.lengths-differ': ours,
  'forecast.origin-invalid': ours,
  'forecast.owa-of-nothing': ours,
  'forecast.panel-invalid': ours,
  'forecast.hierarchy-invalid': ours,
  'forecast.hierarchy-not-a-tree': ours,
  'stats.boosting-invalid': ours,
  'stats.freedom-invalid': ours,
  'stats.probability-invalid': ours,
  'stats.quantile-of-nothing': ours,
  'stats.regression-of-nothing': ours,
  'planning.market-invalid': unreadable,
  'planning.association-invalid': unreadable,
  'planning.flow-invalid': unreadable,
  'ledger.stock-columns': unreadable,
  'pack.currency-unknown': unreadable,
  'pack.digits-invalid': ours,
  'pack.edges-invalid': ours,
  'pack.hijri-invalid': unreadable,
  'pack.hijri-out-of-range': unreadable,
  'pack.no-row-on-day': ours,
  'pack.span-invalid': unreadable,
  'taxes.retail-price-missing': unreadable,
  'taxes.rows-in-a-ring': ours,
  'sample-shop.years-invalid': unreadable,
  'trends.not-ready': { status: 409, retry: true, log: 'info' },
} as const satisfies Record<string, ErrorRow>

/** A code that may reach a person. */
export type ErrorCode = keyof typeof errorTable

/** The row of a code; of `platform.unexpected` when the code is unknown. */
export function errorRow(code: string): ErrorRow {
  return isErrorCode(code) ? errorTable[code] : errorTable['platform.unexpected']
}

/** True for a code of the table. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code)
}
