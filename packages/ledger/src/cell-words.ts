// SPDX-License-Identifier: Apache-2.0

// What people write in cells beside figures, in English and Urdu; all in lower case.

/** Month names and their short forms, first letters enough to tell them apart. */
export const monthWords: Readonly<Record<string, number>> = {
  jan: 1,
  january: 1,
  feb: 2,
  february: 2,
  mar: 3,
  march: 3,
  apr: 4,
  april: 4,
  may: 5,
  jun: 6,
  june: 6,
  jul: 7,
  july: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  oct: 10,
  october: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
  جنوری: 1,
  فروری: 2,
  مارچ: 3,
  اپریل: 4,
  مئی: 5,
  جون: 6,
  جولائی: 7,
  اگست: 8,
  ستمبر: 9,
  اکتوبر: 10,
  نومبر: 11,
  دسمبر: 12,
}

/** Weekday names, which may stand in front of a date. */
export const weekdayWords: ReadonlySet<string> = new Set([
  'mon',
  'monday',
  'tue',
  'tues',
  'tuesday',
  'wed',
  'wednesday',
  'thu',
  'thur',
  'thurs',
  'thursday',
  'fri',
  'friday',
  'sat',
  'saturday',
  'sun',
  'sunday',
  'پیر',
  'سوموار',
  'منگل',
  'بدھ',
  'جمعرات',
  'جمعہ',
  'ہفتہ',
  'اتوار',
])

/** Before and after noon. */
export const noonWords: Readonly<Record<string, 'am' | 'pm'>> = {
  am: 'am',
  pm: 'pm',
  'a.m.': 'am',
  'p.m.': 'pm',
  صبح: 'am',
  شام: 'pm',
  دوپہر: 'pm',
}

/** Words for money that stand beside a number and say nothing about its size. */
export const currencyWords: ReadonlySet<string> = new Set([
  'rs',
  'rs.',
  're',
  'rupees',
  'rupee',
  'روپے',
  'روپیہ',
  'روپئے',
  '₨',
])

/** Words that only count: `12 pcs` is 12. `dozen` is not one of them. */
export const countWords: ReadonlySet<string> = new Set([
  'pcs',
  'pc',
  'pieces',
  'piece',
  'nos',
  'no',
  'units',
  'unit',
  'ea',
  'each',
  'adad',
  'عدد',
  'دانے',
  'پیس',
])
