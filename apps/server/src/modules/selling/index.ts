// SPDX-License-Identifier: Apache-2.0
export { sellingRoutes } from './selling.routes.ts'
