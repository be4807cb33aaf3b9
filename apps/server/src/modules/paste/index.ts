// SPDX-License-Identifier: Apache-2.0
export { pasteRoutes } from './paste.routes.ts'
