// SPDX-License-Identifier: Apache-2.0
import { announcedMonth, type HijriMonthRow } from '@resham/pack-kit'

const muharram = 1
const rabiAlAwwal = 3
const ramadan = 9
const shawwal = 10
const zilhaj = 12

/**
 * Months as announced by the Central Ruet-e-Hilal Committee: year of the Hijra, month, day of the
 * month that the report names, and its date. SOURCE.md says how they were gathered.
 */
export const announcedMonths: readonly HijriMonthRow[] = [
  announcedMonth(1431, shawwal, 1, '2010-09-11', 'Aaj TV, September 2010: aaj.tv/2010/09/eid-on-saturday'),
  announcedMonth(1432, shawwal, 1, '2011-08-31', 'Express Tribune, 30 August 2011: tribune.com.pk/story/242669'),
  announcedMonth(1433, ramadan, 1, '2012-07-21', 'Pakistan Today, 21 July 2012: ramadan-moon-sighted-first-fast-today'),
  announcedMonth(
    1433,
    shawwal,
    1,
    '2012-08-20',
    'Lahore World, 18 August 2012: pakistan-to-celebrate-eid-ul-fitr-on-monday',
  ),
  announcedMonth(
    1433,
    zilhaj,
    10,
    '2012-10-27',
    'Pakistan Today, 17 October 2012: zil-hajj-moon-sighted-eid-al-azha-on-oct-27',
  ),
  announcedMonth(
    1435,
    rabiAlAwwal,
    12,
    '2014-01-14',
    'Associated Press of Pakistan, quoted by Q++Studio, 3 January 2014',
  ),
  announcedMonth(
    1435,
    zilhaj,
    10,
    '2014-10-06',
    'Hot Pak News, September 2014: zilhaj-moon-not-sighted-eid-ul-azha-on-6th-october-2014',
  ),
  announcedMonth(1436, ramadan, 1, '2015-06-19', 'Royal News, June 2015: royalnews.tv/?p=4406'),
  announcedMonth(
    1436,
    shawwal,
    1,
    '2015-07-18',
    'Khyber News, 17 July 2015: pakistan-celebrates-eid-ul-fitr-tomorrow-as-shawaal-moon-sighted',
  ),
  announcedMonth(1436, zilhaj, 10, '2015-09-25', 'Express Tribune, 14 September 2015: tribune.com.pk/story/956760'),
  announcedMonth(
    1437,
    shawwal,
    1,
    '2016-07-06',
    'ANI, 6 July 2016: aninews.in/news/world/business/pakistan-celebrates-eid-ul-fitr',
  ),
  announcedMonth(
    1438,
    rabiAlAwwal,
    12,
    '2016-12-12',
    'Web.pk, 2016: 12-rabi-awal-2016-govt-announced-eid-milad-un-nabi-holiday',
  ),
  announcedMonth(
    1438,
    ramadan,
    1,
    '2017-05-28',
    'The Nation, 26 May 2017: nation.com.pk/national/26-May-2017/ramzan-to-begin-sunday',
  ),
  announcedMonth(
    1438,
    shawwal,
    1,
    '2017-06-26',
    'Associated Press of Pakistan, 25 June 2017: country-to-celebrate-eid-ul-fitre-on-monday',
  ),
  announcedMonth(
    1438,
    zilhaj,
    10,
    '2017-09-02',
    'Khyber News, August 2017: zilhajj-moon-not-sighted-eid-ul-azha-celebrated-sep-2',
  ),
  announcedMonth(1439, muharram, 10, '2017-10-01', 'NewsOne, September 2017: muharram-moon-sighted-ashura-1st-october'),
  announcedMonth(1439, ramadan, 1, '2018-05-17', 'The News, 16 May 2018: thenews.com.pk/latest/317522'),
  announcedMonth(1439, shawwal, 1, '2018-06-16', 'Dawn, 14 June 2018: dawn.com/news/1414152'),
  announcedMonth(
    1439,
    zilhaj,
    10,
    '2018-08-22',
    'Goonj, 12 August 2018: zil-haj-moon-sighted-eid-al-adha-on-august-22',
  ),
  announcedMonth(
    1440,
    muharram,
    10,
    '2018-09-21',
    'Pakistan Today, 10 September 2018: muharram-moon-not-sighted-ashura-on-21st',
  ),
  announcedMonth(1440, rabiAlAwwal, 12, '2018-11-21', 'The News, November 2018: thenews.com.pk/latest/395912'),
  announcedMonth(1440, ramadan, 1, '2019-05-07', 'ProPakistani, 6 May 2019: official-ramadan-to-begin-from-tomorrow'),
  announcedMonth(
    1440,
    zilhaj,
    10,
    '2019-08-12',
    'Khyber News, August 2019: zil-hajj-moon-sighted-eid-ul-azha-to-be-celebrated-on-august-12',
  ),
  announcedMonth(1441, zilhaj, 10, '2020-08-01', 'Dawn, 21 July 2020: dawn.com/news/1570338'),
  announcedMonth(
    1442,
    muharram,
    10,
    '2020-08-30',
    'Pak Affairs, August 2020: muharram-moon-sighted-ashura-on-august-30',
  ),
  announcedMonth(
    1442,
    rabiAlAwwal,
    12,
    '2020-10-30',
    'Ministry of Interior, quoted by UrduPoint, 26 October 2020: 1067571',
  ),
  announcedMonth(1442, shawwal, 1, '2021-05-13', 'The News, 13 May 2021: thenews.com.pk/print/834744'),
  announcedMonth(
    1445,
    muharram,
    10,
    '2023-07-29',
    'Minute Mirror, July 2023: new-islamic-year-to-start-on-july-20-ashura-on-july-29',
  ),
  announcedMonth(
    1446,
    muharram,
    10,
    '2024-07-17',
    'Viralnom, 6 July 2024: muharram-moon-not-sighted-in-pakistan-ashura-on-july-17',
  ),
  announcedMonth(
    1446,
    rabiAlAwwal,
    12,
    '2024-09-17',
    'ARY News, September 2024: public-holiday-announced-on-september-17',
  ),
  announcedMonth(
    1446,
    shawwal,
    1,
    '2025-03-31',
    'Daily Pakistan, 30 March 2025: shawwal-moon-sighted-eidul-fitr-to-be-celebrated-in-pakistan-tomorrow',
  ),
  announcedMonth(
    1446,
    zilhaj,
    10,
    '2025-06-07',
    'Azaad English, May 2025: zilhaj-moon-update-eid-ul-azha-date-announced-in-pakistan',
  ),
  announcedMonth(1447, muharram, 10, '2025-07-06', 'Business Recorder, 27 June 2025: brecorder.com/news/40369875'),
  announcedMonth(1447, rabiAlAwwal, 12, '2025-09-06', 'Dawn, 24 August 2025: dawn.com/news/1936907'),
  announcedMonth(
    1447,
    ramadan,
    1,
    '2026-02-19',
    'Gulf News, 18 February 2026: pakistan-announces-first-day-of-ramadan',
  ),
  announcedMonth(
    1447,
    shawwal,
    1,
    '2026-03-21',
    'HRNW, 19 March 2026: eid-ul-fitr-2026-shawwal-moon-not-sighted-in-pakistan',
  ),
]
