// SPDX-License-Identifier: Apache-2.0
export { findSalesAhead, type SalesAhead } from './outlook.repository.ts'
export { outlookRoutes } from './outlook.routes.ts'
export { requestOutlook } from './outlook.service.ts'
export { outlookWorkers } from './outlook.worker.ts'
