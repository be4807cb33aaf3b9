// SPDX-License-Identifier: Apache-2.0
import type { Pack } from '@resham/pack-kit'

/** Registration kinds and classes of goods; the rows of rates follow with their sources. */
export const tax: Pack['tax'] = {
  registrations: [
    {
      id: 'registered',
      names: { en: 'Registered for sales tax', ur: 'سیلز ٹیکس میں رجسٹرڈ' },
      tells: { en: 'On the active list of the tax office', ur: 'ٹیکس دفتر کی فعال فہرست میں ہے' },
      numberPattern: '\\d{7}|\\d{13}',
      usual: { party: false, own: false },
    },
    {
      id: 'unregistered',
      names: { en: 'Not registered', ur: 'رجسٹرڈ نہیں' },
      tells: { en: 'A business without a sales tax number', ur: 'کاروبار جس کا سیلز ٹیکس نمبر نہیں' },
      numberPattern: '\\d{7}|\\d{13}',
      usual: { party: true, own: true },
    },
  ],
  classes: [
    {
      id: 'standard',
      names: { en: 'Standard rate', ur: 'عام شرح' },
      tells: { en: 'Most goods', ur: 'زیادہ تر مال' },
      needsRetailPrice: false,
      usual: true,
    },
  ],
  rows: [],
  withholding: [],
}
