// SPDX-License-Identifier: Apache-2.0
import type { WordKind } from './types.ts'

/** A word that many names share: what it does, how it sounds when written out, and how it is also written. */
type SharedWord = { readonly kind: WordKind; readonly plain: string; readonly spellings: string }

/** Spellings by space, lower case, Urdu letters without marks; compared after the letters are made one. */
const sharedWords: readonly SharedWord[] = [
  ...[
    ['muhammad', 'muhammad mohammad mohammed muhammed mohamed mohd muhd mohammd mhd md محمد'],
    ['haji', 'haji hajji haaji hafiz al-haj alhaj حاجی حافظ الحاج'],
    ['mister', 'mr mrs ms miss messrs mst mian syed sayed sayyed sayyid malik میاں سید ملک مسٹر مسز میسرز'],
    ['doctor', 'dr doctor engr prof ڈاکٹر انجینئر پروفیسر'],
  ].map(([plain = '', spellings = '']): SharedWord => ({ kind: 'title', plain, spellings })),
  { kind: 'name', plain: 'abdul', spellings: 'abdul abdur abdus abdel abd عبدل عبد' },
  ...[
    ['traders', 'trader traders trading tradars trdrs ٹریڈرز ٹریڈر ٹریڈنگ'],
    ['brothers', 'brother brothers bros bro brothrs برادرز برادران'],
    ['sons', 'son sons سنز'],
    ['enterprises', 'enterprise enterprises entp ent enterprizes انٹرپرائزز انٹرپرائز انٹرپرائزیز'],
    ['industries', 'industry industries ind inds انڈسٹریز انڈسٹری'],
    ['corporation', 'corporation corp کارپوریشن'],
    ['store', 'store stores سٹور سٹورز اسٹور اسٹورز'],
    ['shop', 'shop شاپ دکان'],
    ['agency', 'agency agencies ایجنسی ایجنسیز'],
    ['international', 'international intl int انٹرنیشنل'],
    ['associates', 'associates associate assoc ایسوسی ایسوسی‌ایٹس ایسوسی‌ایٹ'],
    ['group', 'group گروپ'],
    ['works', 'works ورکس'],
    ['centre', 'centre center سنٹر سینٹر'],
  ].map(([plain = '', spellings = '']): SharedWord => ({ kind: 'company', plain, spellings })),
  ...[
    ['private', 'private pvt prvt pvt-ltd پرائیویٹ پرائیوٹ'],
    ['limited', 'limited ltd ltd. لمیٹڈ'],
    ['company', 'company co smc llp llc inc کمپنی'],
    ['and', 'and n اینڈ و'],
    ['the', 'the دی'],
  ].map(([plain = '', spellings = '']): SharedWord => ({ kind: 'form', plain, spellings })),
]

/** By a spelling (as `oneScript` writes it): what the word does and its plain English form. */
export function readSharedWords(
  oneScript: (text: string) => string,
): ReadonlyMap<string, Pick<SharedWord, 'kind' | 'plain'>> {
  const found = new Map<string, Pick<SharedWord, 'kind' | 'plain'>>()
  for (const { kind, plain, spellings } of sharedWords)
    for (const spelling of spellings.split(' ')) found.set(oneScript(spelling), { kind, plain })
  return found
}
