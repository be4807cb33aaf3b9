// SPDX-License-Identifier: Apache-2.0
export { chooseHeadings } from './destinations.repository.ts'
export { destinationRoutes } from './destinations.routes.ts'
