// SPDX-License-Identifier: Apache-2.0
export { tidyRoutes } from './tidy.routes.ts'
