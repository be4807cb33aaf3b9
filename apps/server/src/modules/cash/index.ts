// SPDX-License-Identifier: Apache-2.0
export { cashRoutes } from './cash.routes.ts'
