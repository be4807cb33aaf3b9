// SPDX-License-Identifier: Apache-2.0
// Data: number words of Urdu, Roman Urdu and English, with the spellings people use on a phone.
import { oneScript } from '../fold/letters.ts'

/** One to ninety-nine, a line each: Urdu first, then Roman spellings. English is put together from its parts. */
const urduCounting = `
ایک aik ek ik one
دو do two
تین teen tin three
چار char chaar four
پانچ panch paanch paanj five
چھ چھے chay chhe che chhay chey six
سات saat seven
آٹھ aath ath aat eight
نو nau nine
دس das dus ten
گیارہ gyara gyarah giyara giyarah gayara eleven
بارہ bara barah baara baarah twelve
تیرہ tera terah thirteen
چودہ chauda choda chaudah chodah fourteen
پندرہ pandra pandrah pandara fifteen
سولہ sola solah sixteen
سترہ satra satrah sattra seventeen
اٹھارہ athara atharah athaara eighteen
انیس unnees unees unnis nineteen
بیس bees bis twenty
اکیس ikees ikkis ikkees
بائیس baees bais baais
تئیس تیئس teis tees-3 taees
چوبیس chaubees chobees chaubis chobis
پچیس pachees pachis pacchis
چھبیس chabbees chabees chabbis
ستائیس sataees satais sattais
اٹھائیس athaees athais atthais
انتیس untees unatees untis
تیس tees tis thirty
اکتیس iktees ikatees
بتیس battees batees battis
تینتیس taintees tentees
چونتیس chauntees chontees
پینتیس paintees pentees paintis
چھتیس chattees chatees chattis
سینتیس saintees sentees
اڑتیس artees adtees
انتالیس untalees untalis
چالیس chalees chalis forty
اکتالیس iktalees
بیالیس bayalees bialees
تینتالیس taintalees
چوالیس chawalees chavalis
پینتالیس paintalees pentalees paintalis
چھیالیس chiyalees chayalis
سینتالیس saintalees
اڑتالیس artalees
انچاس unchas unchaas
پچاس pachas pachaas fifty
اکاون ikawan
باون bawan
ترپن tirpan
چون chawan
پچپن pachpan
چھپن chappan
ستاون satawan
اٹھاون athawan
انسٹھ unsath
ساٹھ sixty
اکسٹھ iksath
باسٹھ basath
تریسٹھ tresath
چونسٹھ chonsath
پینسٹھ painsath
چھیاسٹھ chiyasath
سڑسٹھ sarsath
اڑسٹھ arsath
انہتر unhattar
ستر sattar satar seventy
اکہتر ikhattar
بہتر bahattar
تہتر tihattar
چوہتر chohattar
پچہتر pachattar pichattar
چھہتر chihattar
ستتر satattar
اٹھہتر athattar
اناسی unasi
اسی assi asi eighty
اکیاسی ikasi
بیاسی bayasi
تراسی tirasi
چوراسی chorasi
پچاسی pachasi
چھیاسی chiyasi
ستاسی satasi
اٹھاسی athasi
نواسی nawasi
نوے nawway nawe nabbay ninety
اکانوے ikanway
بانوے banway
ترانوے tiranway
چورانوے choranway
پچانوے pachanway
چھیانوے chiyanway
ستانوے satanway
اٹھانوے athanway
ننانوے ninanway`

export const countingWords: ReadonlyMap<string, number> = new Map(
  urduCounting
    .trim()
    .split('\n')
    .flatMap((line, i) =>
      line.split(' ').flatMap((word) => (word.includes('-') ? [] : ([[oneScript(word), i + 1]] as const))),
    ),
)

/** English tens, which a unit may follow: twenty five. */
export const englishTens = new Set(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'])

const written = (lines: string, value: number) => lines.split(' ').map((word) => [oneScript(word), value] as const)

/** Words that multiply the number before them. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ...written('سو sau hundred hundreds', 100),
  ...written('ہزار hazar hazaar thousand', 1000),
  ...written('لاکھ lakh lac', 100_000),
])

/** Fractions that stand alone: they may multiply (`derh sau`) or be a number themselves. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ...written('آدھا آدھی آدھے adha aadha adhi aadhi adhay half', 0.5),
  ...written('ڈیڑھ derh dedh dairh deirh', 1.5),
  ...written('ڈھائی اڑھائی dhai dhaai adhai arhai', 2.5),
  ...written('پون pon paun', 0.75),
])

/** Fractions that change the number after them; `sawa` and `paune` before a unit alone stand for 1¼ and ¾. */
export const shifts: ReadonlyMap<string, number> = new Map([
  ...written('سوا sawa', 0.25),
  ...written('پونے paune pone pauney', -0.25),
  ...written('ساڑھے sarhe saarhe sadhe saadhe sarhay', 0.5),
])

/** What makes `do` a verb and no two: kar do, bhej do. */
export const verbStems = new Set(
  'kar kr karr de dy bhej bhaij bhijwa rehne rehny rahne chor chhor chod hata likh laga rakh nikal bana mangwa dila pohncha pack send daal badal cancel band کر دے بھیج بھجوا رہنے چھوڑ ہٹا لکھ لگا رکھ نکال بنا منگوا دلا پہنچا پیک بدل کینسل بند'
    .split(' ')
    .map(oneScript),
)
