// SPDX-License-Identifier: Apache-2.0
export { moveRoutes } from './moves.routes.ts'
