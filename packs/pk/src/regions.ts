// SPDX-License-Identifier: Apache-2.0
import type { Region } from '@resham/pack-kit'

/** Provinces and territories. Codes: ISO 3166-2:PK as revised in November 2020. */
export const regions: readonly Region[] = [
  { code: 'PK-BA', kind: 'province', names: { en: 'Balochistan', ur: 'بلوچستان' } },
  { code: 'PK-KP', kind: 'province', names: { en: 'Khyber Pakhtunkhwa', ur: 'خیبر پختونخوا' } },
  { code: 'PK-PB', kind: 'province', names: { en: 'Punjab', ur: 'پنجاب' } },
  { code: 'PK-SD', kind: 'province', names: { en: 'Sindh', ur: 'سندھ' } },
  { code: 'PK-IS', kind: 'capital territory', names: { en: 'Islamabad', ur: 'اسلام آباد' } },
  { code: 'PK-JK', kind: 'administered area', names: { en: 'Azad Jammu and Kashmir', ur: 'آزاد جموں و کشمیر' } },
  { code: 'PK-GB', kind: 'administered area', names: { en: 'Gilgit-Baltistan', ur: 'گلگت بلتستان' } },
]
