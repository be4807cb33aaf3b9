// SPDX-License-Identifier: Apache-2.0
// Data: words for goods that do not sound alike in Urdu and English, and words that an order says besides goods.
import { oneScript } from '../fold/letters.ts'

/** A line each: the word in English, then what else is written for it. Words that sound alike need no line. */
const sameMeaning = `
white safed sufaid safaid safaed sufed سفید
black kala kali kaley kalay siyah سیاہ کالا کالی کالے
red laal lal surkh لال سرخ
green sabz hara hari سبز ہرا ہری
blue neela neeli nila neelay نیلا نیلی نیلے
yellow peela peeli pila پیلا پیلی زرد
orange-3 narangi نارنجی
brown bhoora bhura بھورا
grey gray surmai سرمئی
pink gulabi گلابی
l large لارج
m medium med میڈیم
s-3 small سمال
xl xlarge
ball gaind gend gaend gainda geend بال گیند
bat balla bala بلا بیٹ
glove gloves dastana dastanay dastane dastaney dasatny دستانے دستانہ دستانوں گلوز گلووز
shoe shoes joota jootay jutay joote juta jute-3 jutty جوتا جوتے جوتوں شوز
sock socks moza mozay moze mozey jurab juraab jurabein جراب جرابیں موزے موزہ ساکس
cap topi topiyan topee ٹوپی ٹوپیاں کیپ
net jaal جال نیٹ
whistle seeti siti seetee sitiyan سیٹی سیٹیاں وسل
needle needles sui suiyan sooi suyian سوئی سوئیاں
knee نی ghutna ghutnay ghutne گھٹنا گھٹنے
stitched sili sila silai stitch سلی سلا سلائی
hand haath hath ہاتھ
sugar cheeni chini چینی شکر
rice chawal chaawal chanwal چاول
flour aata atta ata آٹا
oil tel tail تیل آئل
cooking pakane pakanay pakany پکانے کوکنگ
salt namak namk نمک
tea chai chae chaye چائے
milk doodh dudh dodh دودھ
egg eggs anda anday ande andy انڈا انڈے انڈوں
soap sabun saboon sabon صابن
washing dhulai dhonay واشنگ
powder sarf پاؤڈر پاوڈر
daal dal daalain lentil lentils دال دالیں
chana chanay channa چنا چنے
mash maash ماش
chilli chili chilly mirch mirchi mirchen مرچ مرچیں
ghee ghi گھی
biscuit biscuits biskut bisket بسکٹ بسکوٹ
towel towels tauliya tauliye tolia toliya tolya tauliyay تولیہ تولیے تولیا
sheet sheets chadar chadren chaadar چادر چادریں شیٹ
cotton suti sooti سوتی کاٹن
cloth kapra kapray kapda kpra fabric کپڑا کپڑے
scissors scissor qainchi kenchi qenchi kainchi qainchiyan قینچی قینچیاں
forceps chimti چمٹی
racket racquet rackets ریکٹ
shirt qameez kameez قمیض شرٹ
t tee ٹی
suit سوٹ
shuttlecock shuttle chiri شٹل
child kid kids bacha bachon bachay بچوں بچے
women ladies zanana zenana زنانہ لیڈیز
men gents mardana مردانہ جینٹس
rope rassi rasi رسی
leather chamra چمڑا چمڑے
wood wooden lakri لکڑی
goalkeeper keeper-3 گول‌کیپر
wicket وکٹ
keeping keeper wicketkeeper کیپنگ کیپر
umbrella umbrellas chatri chatriyan چھتری چھتریاں
`

const concepts: ReadonlyMap<string, string> = new Map(
  sameMeaning
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ').filter((word) => !word.includes('-'))
      return words.map((word) => [oneScript(word), oneScript(words[0] ?? '')] as const)
    }),
)

/** The word that stands for all of the same meaning; a plain plural loses its ending. */
export function conceptOf(word: string): string {
  const known = concepts.get(word)
  if (known !== undefined) return known
  const single = /^[a-z]{2,}[^isu]s$/.test(word) ? word.slice(0, -1) : word
  return concepts.get(single) ?? single
}

/** Words that tell one kind of a thing from its sisters: a colour, a size by letter. */
const kinds = new Set([
  'white',
  'black',
  'red',
  'green',
  'blue',
  'yellow',
  'brown',
  'grey',
  'pink',
  'l',
  'm',
  'xl',
  'xxl',
])
export const tellsKind = (concept: string) => kinds.has(concept)
