// SPDX-License-Identifier: Apache-2.0
export { fiscalRoutes } from './fiscal.routes.ts'
export type { FiscalParts } from './fiscal.types.ts'
export { fiscalWorkers } from './fiscal.worker.ts'
