// SPDX-License-Identifier: Apache-2.0
export { makeInventedMarket } from './invented.service.ts'
export { loadMarket } from './load.service.ts'
export { marketRoutes } from './market.routes.ts'
export { makeMarketOutlooks } from './outlooks.service.ts'
export { refreshMarket } from './refresh.service.ts'
export { readDefinitions, SourceDefinition } from './sources.ts'
