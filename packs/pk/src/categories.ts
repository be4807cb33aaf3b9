// SPDX-License-Identifier: Apache-2.0
import type { Category } from '@resham/pack-kit'

/** Categories offered to a new business; it may rename and add. */
export const categories: readonly Category[] = [
  { id: 'groceries', names: { en: 'Groceries', ur: 'کریانہ' } },
  { id: 'fresh-food', names: { en: 'Fruit and vegetables', ur: 'پھل اور سبزیاں' } },
  { id: 'dairy-bakery', names: { en: 'Dairy and bakery', ur: 'دودھ دہی اور بیکری' } },
  { id: 'cloth', names: { en: 'Cloth', ur: 'کپڑا' } },
  { id: 'garments', names: { en: 'Garments', ur: 'ملبوسات' } },
  { id: 'shoes', names: { en: 'Shoes and leather', ur: 'جوتے اور چمڑا' } },
  { id: 'cosmetics', names: { en: 'Cosmetics', ur: 'کاسمیٹکس' } },
  { id: 'medicines', names: { en: 'Medicines', ur: 'ادویات' } },
  { id: 'electronics', names: { en: 'Electronics and mobiles', ur: 'الیکٹرانکس اور موبائل' } },
  { id: 'household', names: { en: 'Household goods', ur: 'گھریلو سامان' } },
  { id: 'hardware', names: { en: 'Hardware and building', ur: 'ہارڈویئر اور تعمیراتی سامان' } },
  { id: 'sports-goods', names: { en: 'Sports goods', ur: 'کھیلوں کا سامان' } },
  { id: 'surgical', names: { en: 'Surgical instruments', ur: 'جراحی کے آلات' } },
  { id: 'handicrafts', names: { en: 'Handicrafts', ur: 'دستکاری' } },
  { id: 'stationery', names: { en: 'Books and stationery', ur: 'کتابیں اور اسٹیشنری' } },
  { id: 'farm-inputs', names: { en: 'Seed, fertiliser and feed', ur: 'بیج، کھاد اور چارہ' } },
  { id: 'auto-parts', names: { en: 'Vehicle parts', ur: 'گاڑیوں کے پرزے' } },
  { id: 'services', names: { en: 'Services', ur: 'خدمات' } },
  { id: 'other', names: { en: 'Other', ur: 'دیگر' } },
]
