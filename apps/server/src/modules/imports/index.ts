// SPDX-License-Identifier: Apache-2.0
export { importRoutes } from './imports.routes.ts'
export { receiveFile, startImport, uploadLimit } from './imports.service.ts'
export { importWorkers } from './imports.worker.ts'
