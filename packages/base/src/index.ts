// SPDX-License-Identifier: Apache-2.0
export { AppError, type ErrorDetails, isAppError } from './app-error.ts'
export { type Declined, declined, isDeclined } from './declined.ts'
export { addMoney, divideRounded, fromMoneyText, type Money, type MoneyText, money, toMoneyText } from './money.ts'
export {
  addDays,
  type DayNumber,
  dayNumberOfParts,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  isRealDate,
  type PlainDate,
  plainDate,
  startOfWeek,
  toDayNumber,
  weekday,
} from './plain-date.ts'
export { type Random, seededRandom } from './random.ts'
