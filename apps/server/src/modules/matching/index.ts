// SPDX-License-Identifier: Apache-2.0
export { isFromStatement } from './matching.repository.ts'
export { matchingRoutes } from './matching.routes.ts'
