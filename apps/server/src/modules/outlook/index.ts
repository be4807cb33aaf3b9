// SPDX-License-Identifier: Apache-2.0
export { makeOutlook } from './outlook.jobs.ts'
export { outlookRoutes } from './outlook.routes.ts'
export { requestOutlook } from './outlook.service.ts'
export { outlookWorkers } from './outlook.worker.ts'
