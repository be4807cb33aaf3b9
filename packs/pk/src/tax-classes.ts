// SPDX-License-Identifier: Apache-2.0
// Data: classes of goods for sales tax; the common ones first.
import type { Pack } from '@resham/pack-kit'

type Class = Pack['tax']['classes'][number]

const row = (id: string, en: string, ur: string, tellsEn: string, tellsUr: string): Class => ({
  id,
  names: { en, ur },
  tells: { en: tellsEn, ur: tellsUr },
  needsRetailPrice: id === 'third-schedule',
  usual: id === 'standard',
})

export const classes: readonly Class[] = [
  row('standard', 'Standard rate', 'عام شرح', 'Most goods', 'زیادہ تر مال'),
  row(
    'third-schedule',
    'Printed retail price',
    'چھپی پرچون قیمت',
    'Third Schedule: tax on the price printed on the pack',
    'تیسرا شیڈول: ٹیکس پیک پر چھپی قیمت پر',
  ),
  row('reduced-1', 'Reduced, 1 %', 'کم شرح، 1 فیصد', 'Eighth Schedule goods at 1 %', 'آٹھویں شیڈول کا مال، 1 فیصد'),
  row('reduced-5', 'Reduced, 5 %', 'کم شرح، 5 فیصد', 'Goods and services at 5 %', 'مال اور خدمات، 5 فیصد'),
  row('exempt', 'Exempt', 'معاف', 'Sixth Schedule: no sales tax', 'چھٹا شیڈول: سیلز ٹیکس نہیں'),
  row('zero-rated', 'Zero-rated', 'صفر شرح', 'Exports and Fifth Schedule', 'برآمدات اور پانچواں شیڈول'),
  row('luxury', 'Higher rate, 25 %', 'زیادہ شرح، 25 فیصد', 'Goods of SRO 297(I)/2023', 'ایس آر او 297(I)/2023 کا مال'),
  row('telecom', 'Telecommunication', 'ٹیلی مواصلات', 'Calls and data', 'کال اور انٹرنیٹ'),
  row('petroleum', 'Petroleum', 'پیٹرولیم', 'Petrol, diesel, oils', 'پیٹرول، ڈیزل، تیل'),
  row(
    'excise-mode',
    'Excise in sales tax mode',
    'سیلز ٹیکس کی طرح ایکسائز',
    'As the excise law says',
    'ایکسائز کے قانون کے مطابق',
  ),
  row('cement', 'Cement and blocks', 'سیمنٹ اور بلاک', 'So much for each kilogram', 'ہر کلو پر مقررہ رقم'),
  row(
    'potassium-chlorate',
    'Potassium chlorate',
    'پوٹاشیم کلوریٹ',
    'A share and so much a kilogram',
    'فیصد اور ہر کلو پر رقم',
  ),
  row('cng', 'CNG', 'سی این جی', 'So much for each kilogram', 'ہر کلو پر مقررہ رقم'),
]
