// SPDX-License-Identifier: Apache-2.0
export { askRoutes } from './ask.routes.ts'
