// SPDX-License-Identifier: Apache-2.0
export { rateOn } from './rate-on.service.ts'
export { ratesRoutes } from './rates.routes.ts'
