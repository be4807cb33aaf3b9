// SPDX-License-Identifier: Apache-2.0
export { buyingRoutes } from './buying.routes.ts'
