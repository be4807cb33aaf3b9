// SPDX-License-Identifier: Apache-2.0
export { booksRoutes } from './books.routes.ts'
export { isMonthOpen, type Posting, post, reverse } from './post.service.ts'
