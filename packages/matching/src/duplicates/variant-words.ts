// SPDX-License-Identifier: Apache-2.0
import { oneScript } from '../fold/letters.ts'

/** Words that make two things of one name different things, each group with one word for all its spellings. */
const groups: readonly (readonly [group: string, words: readonly string[]])[] = [
  [
    'colour',
    [
      'red lal laal surkh لال سرخ',
      'blue neela nila نیلا نیلی',
      'green sabz hara سبز ہرا',
      'white safed sufaid سفید',
      'black kala kaala siyah کالا سیاہ',
      'yellow peela pila zard پیلا زرد',
      'orange narangi نارنجی',
      'pink gulabi گلابی',
      'brown bhura بھورا',
      'grey gray سلیٹی',
      'purple jamni جامنی',
      'silver chandi سلور',
      'gold golden sunehri سنہری گولڈن',
      'maroon مہرون',
      'navy نیوی',
      'ivory',
      'cream کریم',
    ],
  ],
  [
    'size',
    [
      'small sm s chota chhota چھوٹا چھوٹی',
      'medium med m darmiana درمیانہ',
      'large lg l bara barra بڑا بڑی',
      'xl extralarge',
      'xxl 2xl',
      'xs',
      'mini منی',
      'jumbo جمبو',
      'big',
    ],
  ],
  ['side', ['left بائیں', 'right دائیں']],
  [
    'for',
    ['men mens gents mardana مردانہ', 'women womens ladies zanana زنانہ', 'kids child children baby bacha بچہ بچوں'],
  ],
  ['pack', ['single', 'pair joda جوڑا', 'dozen darjan درجن', 'box dabba ڈبہ', 'carton کارٹن', 'set سیٹ']],
]

const known = new Map(
  groups.flatMap(([group, words]) =>
    words.flatMap((spellings) => {
      const [first = '', ...others] = spellings.split(' ')
      return [first, ...others].map((spelling) => [oneScript(spelling), `${group}:${first}`] as const)
    }),
  ),
)

/** What makes an item a variant: its numbers with the letters that stand by them (`5`, `a4`, `10x12`), colours, sizes. */
export function variantWordsOf(name: string): ReadonlySet<string> {
  const words = oneScript(name).match(/[\p{L}\p{N}.]+/gu) ?? []
  const found = words.flatMap((word) => {
    if (/\d/.test(word)) return [`number:${word.replace(/\.$/, '').replace(/^0+(?=\d)/, '')}`]
    const variant = known.get(word)
    return variant === undefined ? [] : [variant]
  })
  return new Set(found)
}

/** Do the two say different things of one kind, or one say a number, colour or size that the other does not? */
export function variantsDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): 'no' | 'one-says-more' | 'yes' {
  const onlyA = [...a].filter((word) => !b.has(word))
  const onlyB = [...b].filter((word) => !a.has(word))
  if (onlyA.length === 0 && onlyB.length === 0) return 'no'
  return onlyA.length > 0 && onlyB.length > 0 ? 'yes' : 'one-says-more'
}
