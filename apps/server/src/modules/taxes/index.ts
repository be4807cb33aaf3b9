// SPDX-License-Identifier: Apache-2.0
export { taxLines } from './tax-lines.service.ts'
export { listItemTaxes } from './taxes.repository.ts'
export { taxRoutes } from './taxes.routes.ts'
export { readOwnTax } from './taxes.service.ts'
