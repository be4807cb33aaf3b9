// SPDX-License-Identifier: Apache-2.0
// Data: what is asked, when and how much, in English, Urdu and Roman Urdu.

/** What words of a question mean. */
export type Meaning =
  | 'price'
  | 'trade'
  | 'harvest'
  | 'why'
  | 'ahead'
  | 'past'
  | 'highest'
  | 'lowest'
  | 'when'
  | 'season'
  | 'compare'
  | 'and'
  | 'rising'
  | 'falling'
  | 'best'
  | 'my'
  | 'items'
  | 'sales'
  | 'sell'
  | 'where'
  | 'country'
  | 'moves'
  | 'now'
  | 'this'
  | 'next'
  | 'last'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'since'
  | 'until'

export const meanings: Readonly<Record<Meaning, string>> = {
  price:
    'price, prices, rate, rates, cost, costs, qeemat, qeematen, daam, bhao, bhaao, nirkh, قیمت, قیمتیں, قیمتوں, دام, بھاؤ, نرخ, ریٹ',
  trade: 'export, exports, exported, import, imports, trade, baramad, baramdat, برآمد, برآمدات, درآمد, درآمدات, تجارت',
  harvest: 'harvest, harvests, production, crop, yield, paidawar, pedawar, fasal, پیداوار, فصل',
  why: 'why, reason, cause, kyun, kyon, kiyon, kyu, kiun, wajah, کیوں, وجہ, سبب',
  ahead:
    'will, expect, expected, forecast, predict, prediction, outlook, going to, future, aage, aayinda, ainda, hoga, hogi, honge, ho ga, ho gi, rahega, rahegi, jayega, jayegi, jaega, jaegi, barhega, barhegi, ghatega, ghategi, girega, giregi, milega, milegi, andaza, tawaqo, متوقع, توقع, اندازہ, آگے, آئندہ, مستقبل, ہوگا, ہوگی, ہونگے, ہوں گے, ہو گا, ہو گی, رہے گی, رہے گا, جائے گی, جائے گا, بڑھے گی, بڑھے گا, گرے گی, گرے گا, گھٹے گی, گھٹے گا, ملے گا, ملے گی',
  past: 'was, were, history, tha, thi, تھا, تھی, تھے, رہا, رہی',
  highest:
    'highest, most expensive, peak, maximum, record high, dearest, sab se zyada, sab se mehnga, sab se mehngi, sab se oonchi, سب سے زیادہ, سب سے مہنگا, سب سے مہنگی, سب سے اونچی, سب سے بلند',
  lowest: 'lowest, minimum, cheapest, bottom, sab se kam, sab se sasta, sab se sasti, سب سے کم, سب سے سستا, سب سے سستی',
  when: 'when, kab, کب',
  season:
    'season, seasonal, which month, what month, best month, best time, kis mahine, kis maheene, kaun se mahine, konse mahine, mausam, کس مہینے, کون سے مہینے, کونسے مہینے, موسم',
  compare:
    'compare, compared, comparison, versus, vs, against, difference, muqabla, muqable, mawazna, farq, مقابلہ, مقابلے, موازنہ, فرق',
  and: 'and, or, aur, ya, اور, یا',
  rising:
    'rise, rises, rising, rose, risen, up, increase, increased, increasing, grow, grows, growing, dearer, expensive, went up, barhi, barha, barhe, barh, barhti, barhta, mehnga, mehngi, mehngay, ziada, بڑھی, بڑھا, بڑھے, بڑھ, بڑھتی, بڑھ رہی, بڑھ رہے, مہنگا, مہنگی, مہنگے, اضافہ',
  falling:
    'fall, falls, falling, fell, fallen, down, drop, drops, dropped, dropping, decrease, decreased, decline, declining, cheaper, cheap, slow, less, ghati, ghata, ghate, ghat, ghatti, gir, giri, gira, gire, girti, kam, sasta, sasti, saste, گھٹی, گھٹا, گھٹے, گھٹ, گر, گری, گرا, گرے, گرتی, کم, سستا, سستی, سستے, کمی',
  best: 'best, best selling, top, sells most, sell most, sab se zyada bikne, zyada bikne, zyada bikti, bikti, bikta, bikte, bik, بکنے, بکتی, بکتا, بکتے, بک, بہترین, زیادہ بکنے',
  my: 'my, mine, our, mere, meri, mera, hamare, hamari, hamara, apni, apne, میری, میرے, میرا, ہماری, ہمارے, ہمارا, اپنی, اپنے',
  items:
    'item, items, product, products, goods, things, stock, cheez, cheezen, cheezein, cheezain, maal, saman, ashya, چیز, چیزیں, چیزوں, مال, سامان, اشیا, اشیاء',
  sales: 'sale, sales, selling, sold, revenue, turnover, business, farokht, bikri, karobar, فروخت, بکری, کاروبار',
  sell: 'sell, selling, sells, bechun, bechoon, bechen, bechein, becha, bech, bechna, بیچوں, بیچیں, بیچ, بیچنا',
  where: 'where, kahan, kidhar, کہاں, کدھر',
  country: 'country, countries, abroad, foreign, market, mulk, mulkon, mumalik, bahar, ملک, ملکوں, ممالک, بیرون, باہر',
  moves:
    'moves, move, affects, affect, influences, linked, related, depends, depend, asar, taluq, talluq, اثر, تعلق, جڑی, ساتھ چلتی',
  now: 'now, today, current, currently, latest, aaj, abhi, aajkal, filhal, آج, ابھی, آجکل, فی الحال, موجودہ, تازہ',
  this: 'this, is, iss, اس, رواں',
  next: 'next, coming, agle, agla, agli, aane wale, aane wala, اگلے, اگلا, اگلی, آنے والے, آنے والا',
  last: 'last, past, previous, ago, pichle, pichla, pichli, guzishta, guzashta, pehle, پچھلے, پچھلا, پچھلی, گزشتہ, گذشتہ, پہلے',
  day: 'day, days, din, دن, دنوں',
  week: 'week, weeks, hafte, hafta, hafton, ہفتے, ہفتہ, ہفتوں',
  month: 'month, months, mahine, maheene, mahina, maah, mah, mahinon, مہینے, مہینہ, مہینوں, ماہ',
  year: 'year, years, saal, saalon, baras, سال, سالوں, برس',
  since: 'since, from, se, سے',
  until: 'to, until, till, tak, تک',
}

/** Small numbers in words. */
export const numbers: Readonly<Record<string, string>> = {
  1: 'one, ek, aik, ایک',
  2: 'two, do, دو',
  3: 'three, teen, تین',
  4: 'four, chaar, char, چار',
  5: 'five, paanch, panch, پانچ',
  6: 'six, chhe, chay, چھ, چھے',
  7: 'seven, saat, سات',
  8: 'eight, aath, آٹھ',
  9: 'nine, nau, نو',
  10: 'ten, das, دس',
  12: 'twelve, barah, بارہ',
}

/** Months of the year, January 1. */
export const months: Readonly<Record<string, string>> = {
  1: 'january, jan, janwari, janvari, جنوری',
  2: 'february, feb, farwari, farvari, فروری',
  3: 'march, مارچ',
  4: 'april, aprail, اپریل',
  5: 'may, مئی',
  6: 'june, jun, جون',
  7: 'july, julai, جولائی',
  8: 'august, aug, agast, اگست',
  9: 'september, sept, sitambar, ستمبر',
  10: 'october, oct, aktubar, اکتوبر',
  11: 'november, nov, نومبر',
  12: 'december, dec, disambar, دسمبر',
}
