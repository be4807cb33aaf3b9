// SPDX-License-Identifier: Apache-2.0
export { calendarRoutes } from './calendar.routes.ts'
export { type FindPack, listHolidays } from './calendar.service.ts'
