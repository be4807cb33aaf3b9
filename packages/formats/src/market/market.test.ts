// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { gathered } from './tables.testing.ts'

const wfpHeader =
  'date,admin1,admin2,market,latitude,longitude,category,commodity,unit,priceflag,pricetype,currency,price,usdprice'
const wfp = (date: string, price: string, more: { market?: string; currency?: string } = {}) =>
  `${date},North,North,${more.market ?? 'Town'},1,2,cereals,Wheat flour,KG,actual,Retail,${more.currency ?? 'XTS'},${price},1`
const days = (numbers: readonly number[] | undefined) => (numbers ?? []).map(fromDayNumber)

describe('food prices of HDX', () => {
  test('a row a month becomes a series a market, and the line of tags is no row', async () => {
    const tags =
      '#date,#adm1+name,#adm2+name,#loc+market+name,#geo+lat,#geo+lon,#item+type,#item+name,#item+unit,#item+price+flag,#item+price+type,#currency,#value,#value+usd'
    const text = [
      wfpHeader,
      tags,
      wfp('2024-01-15', '10'),
      wfp('2024-02-15', '11.5'),
      wfp('2024-01-15', '9', { market: 'Port' }),
    ].join('\n')
    const read = await gathered(text)
    expect(read.format).toBe('wfp')
    expect(read.series.map(({ facts, values }) => [facts.words, facts.unit, facts.currency, values])).toEqual([
      [['Wheat flour', 'Town'], 'KG', 'XTS', [10, 11.5]],
      [['Wheat flour', 'Port'], 'KG', 'XTS', [9]],
    ])
    expect(days(read.series[0]?.days)).toEqual(['2024-01-01', '2024-02-01'])
    expect([read.rowsRead, read.rowsKept, read.rowsPassedOver]).toEqual([4, 3, 1])
  })

  test('bad rows are told with line, column and reason, and the good ones are kept', async () => {
    const text = [
      wfpHeader,
      wfp('2024-01-15', '10'),
      wfp('2024-13-15', '10'),
      wfp('2024-02-15', 'ten'),
      wfp('2024-03-15', '-1'),
      wfp('2024-04-15', ''),
      wfp('2024-05-15', '12'),
    ].join('\n')
    const read = await gathered(text)
    expect(read.series[0]?.values).toEqual([10, 12])
    expect(read.skipped).toEqual([
      { reason: 'date-unreadable', rows: 1, first: { line: 3, column: 'date', cell: '2024-13-15' } },
      { reason: 'value-not-a-number', rows: 1, first: { line: 4, column: 'price', cell: 'ten' } },
      { reason: 'value-not-positive', rows: 1, first: { line: 5, column: 'price', cell: '-1' } },
      { reason: 'value-missing', rows: 1, first: { line: 6, column: 'price', cell: '' } },
    ])
  })

  test('a currency that changes half-way makes two series, and both say when', async () => {
    const text = [
      wfpHeader,
      wfp('2024-01-15', '10'),
      wfp('2024-02-15', '11'),
      wfp('2024-03-15', '0.1', { currency: 'XTB' }),
    ].join('\n')
    const read = await gathered(text)
    expect(read.series.map(({ facts, values }) => [facts.currency, values])).toEqual([
      ['XTS', [10, 11]],
      ['XTB', [0.1]],
    ])
    for (const { notes } of read.series) {
      expect(notes).toEqual([{ code: 'currency-changed', values: { from: 'XTS', to: 'XTB', day: '2024-03-01' } }])
    }
  })

  test('the same is read wherever the bytes are cut', async () => {
    const text = [wfpHeader, wfp('2024-01-15', '10'), wfp('2024-02-15', '11')].join('\r\n')
    const whole = await gathered(text)
    for (const chunkBytes of [1, 7, 64]) expect(await gathered(text, { chunkBytes })).toEqual(whole)
  })
})

describe('rates of the ECB', () => {
  test('the wide file is a series a currency, newest first or last alike', async () => {
    const read = await gathered(
      'Date,USD,JPY,GBP,CHF,ISK\n2024-01-03,1.09,155,0.86,0.93,N/A\n2024-01-02,1.1,156,0.87,0.93,\n',
    )
    expect(read.format).toBe('ecb')
    const [usd] = read.series
    expect(usd?.facts).toMatchObject({ kind: 'rate', currency: 'USD', perCurrency: 'EUR', frequency: 'day' })
    expect([usd?.values, usd?.notes]).toEqual([[1.1, 1.09], []])
    expect(read.series.map(({ facts }) => facts.currency)).toEqual(['USD', 'JPY', 'GBP', 'CHF'])
    expect(read.skipped).toEqual([])
  })

  test('the answer of the data service is read with the same keys', async () => {
    const text =
      'KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nEXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-01-02,1.1,A\nEXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,2024-01,1.09,A\nEXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-01-03,NaN,M\n'
    const read = await gathered(text)
    expect(read.series.map(({ facts, values }) => [facts.key, facts.frequency, values])).toEqual([
      ['USD|EUR', 'day', [1.1]],
      ['USD|EUR|month', 'month', [1.09]],
    ])
    expect(read.skipped).toMatchObject([{ reason: 'value-missing', first: { line: 4, column: 'OBS_VALUE' } }])
  })
})

describe('trade of UN Comtrade', () => {
  const record = {
    freqCode: 'A',
    period: '2023',
    reporterCode: 276,
    reporterISO: 'DEU',
    reporterDesc: 'Germany',
    flowCode: 'M',
    partnerCode: 999,
    partnerISO: 'ZZZ',
    partnerDesc: 'Zedland',
    partner2Code: 0,
    cmdCode: '950662',
    cmdDesc: 'Balls; inflatable',
    customsCode: 'C00',
    motCode: 0,
    netWgt: 1000,
    primaryValue: 25_000,
  }

  test('a record of the API gives value and weight, and parts of a total are passed over', async () => {
    const answer = {
      elapsedTime: '0.1 secs',
      count: 4,
      data: [
        record,
        { ...record, motCode: 1000 },
        { ...record, customsCode: 'C01' },
        { ...record, period: '2024', netWgt: 0, primaryValue: 30_000 },
      ],
      error: '',
    }
    const read = await gathered(JSON.stringify(answer))
    expect(read.format).toBe('comtrade')
    expect(read.rowsPassedOver).toBe(2)
    expect(
      read.series.map(({ facts, days, values }) => [
        facts.measure,
        facts.flow,
        facts.reporter,
        facts.partner,
        facts.productCode,
        days.map(fromDayNumber),
        values,
      ]),
    ).toEqual([
      ['value', 'import', 'DEU', 'ZZZ', '950662', ['2023-01-01', '2024-01-01'], [25_000, 30_000]],
      ['weight', 'import', 'DEU', 'ZZZ', '950662', ['2023-01-01'], [1000]],
    ])
  })

  test('the CSV of today and that of the earlier site say the same', async () => {
    const today =
      'typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,cmdCode,cmdDesc,customsCode,motCode,netWgt,primaryValue\nC,M,20230301,2023,3,202303,276,DEU,Germany,X,Export,999,ZZZ,Zedland,0,950662,Balls,C00,0,1000,25000\n'
    const earlier =
      'Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Netweight (kg),Trade Value (US$)\nHS,2023,202303,March 2023,6,1,2,Export,276,Germany,DEU,999,Zedland,ZZZ,950662,Balls,8,1000,25000\n'
    const [a, b] = [await gathered(today), await gathered(earlier)]
    expect(a.series.map(({ facts, days, values }) => ({ facts, days, values }))).toEqual(
      b.series.map(({ facts, days, values }) => ({ facts, days, values })),
    )
    expect(days(a.series[0]?.days)).toEqual(['2023-03-01'])
    expect(a.series[0]?.facts).toMatchObject({ flow: 'export', frequency: 'month', currency: 'USD' })
  })

  test('an answer that was cut, one that holds fewer records than it counts, and a refusal are no data', async () => {
    const whole = JSON.stringify({ count: 1, data: [record], error: '' })
    await expect(gathered(whole.slice(0, -20), { format: 'comtrade' })).rejects.toMatchObject({
      code: 'market.cut-short',
    })
    await expect(gathered(JSON.stringify({ count: 5, data: [record], error: '' }))).rejects.toMatchObject({
      code: 'market.cut-short',
      details: { needed: 5, got: 1 },
    })
    await expect(gathered(JSON.stringify({ elapsedTime: '0', error: 'Rate limit is exceeded' }))).rejects.toMatchObject(
      { code: 'market.answer-refused', details: { said: 'Rate limit is exceeded' } },
    )
    await expect(gathered('<html>busy</html>', { format: 'worldbank' })).rejects.toMatchObject({
      code: 'market.not-json',
    })
  })
})

describe('indicators of the World Bank', () => {
  const point = (date: string, value: number | null) => ({
    indicator: { id: 'FP.CPI.TOTL', value: 'Consumer price index (2010 = 100)' },
    country: { id: 'ZZ', value: 'Zedland' },
    countryiso3code: 'ZZZ',
    date,
    value,
    unit: '',
    obs_status: '',
    decimal: 1,
  })

  test('a page is read, years without a value are no faults', async () => {
    const read = await gathered(
      JSON.stringify([
        { page: 1, pages: 1, per_page: 50, total: 3, sourceid: '2', lastupdated: '2026-10-07' },
        [point('2023', 320.5), point('2022', null), point('2021', 200)],
      ]),
    )
    expect(read.series).toMatchObject([
      {
        facts: {
          kind: 'index',
          region: 'Zedland',
          frequency: 'year',
          words: ['Consumer price index (2010 = 100)', 'Zedland'],
        },
        values: [200, 320.5],
      },
    ])
    expect([read.rowsPassedOver, read.skipped]).toEqual([1, []])
  })

  test('what the API says instead of data is told', async () => {
    const refusal = [
      { message: [{ id: '120', key: 'Invalid value', value: 'The provided parameter value is not valid' }] },
    ]
    await expect(gathered(JSON.stringify(refusal), { format: 'worldbank' })).rejects.toMatchObject({
      code: 'market.answer-refused',
      details: { said: 'The provided parameter value is not valid' },
    })
  })
})

describe('bulk files of FAOSTAT', () => {
  const normalised =
    'Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag,Note\n"165","\'999","Zedland","15","\'0111","Wheat","5510","Production","2022","2022","t","26208672.00","A",""\n"165","\'999","Zedland","15","\'0111","Wheat","5510","Production","2023","2023","t","28161000","A",""\n"100","\'356","Otherland","15","\'0111","Wheat","5510","Production","2023","2023","t","1","A",""\n'

  test('normalised and wide files say the same', async () => {
    const wide =
      'Area Code,Area Code (M49),Area,Item Code,Item Code (CPC),Item,Element Code,Element,Unit,Y2022,Y2022F,Y2023,Y2023F\n165,999,Zedland,15,0111,Wheat,5510,Production,t,26208672.00,A,28161000,A\n'
    const [a, b] = [await gathered(normalised, { only: { Area: ['Zedland'] } }), await gathered(wide)]
    expect([a.format, b.format]).toEqual(['faostat', 'faostat'])
    expect(a.series).toEqual(b.series)
    expect(a.series[0]).toMatchObject({
      facts: { kind: 'harvest', unit: 't', words: ['Wheat', 'Production', 'Zedland'] },
      values: [26_208_672, 28_161_000],
    })
    expect(a.rowsPassedOver).toBe(1)
  })

  test('a filter on a column that is not there is refused by name', async () => {
    await expect(gathered(normalised, { only: { Country: ['Zedland'] } })).rejects.toMatchObject({
      code: 'market.columns-missing',
      details: { columns: 'Country' },
    })
  })
})

describe('a table of dates and values', () => {
  const series = async (text: string, options = {}) => (await gathered(text, { format: 'csv', ...options })).series[0]

  test('unsorted rows are sorted and a day given twice counts once, the last time; both are noted', async () => {
    const one = await series('month,price\n2024-03,3\n2024-01,1\n2024-02,2\n2024-02,2.5\n2024-04,4\n')
    expect([days(one?.days), one?.values]).toEqual([
      ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'],
      [1, 2.5, 3, 4],
    ])
    expect(one?.notes).toEqual([
      { code: 'unsorted', values: { count: 1 } },
      { code: 'duplicate-days', values: { count: 1, day: '2024-02-01' } },
    ])
  })

  test('values of years before values of months are left out, and it says so', async () => {
    const years = ['2015', '2016', '2017', '2018', '2019'].map((year) => `${year}-01-01,12`)
    const months = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}-01,1`)
    const one = await series(['date,value', ...years, ...months].join('\n'))
    expect(one?.facts.frequency).toBe('month')
    expect(one?.notes).toEqual([{ code: 'mixed-frequency', values: { count: 5, day: '2020-01-01' } }])
    expect(one?.values).toHaveLength(12)
  })

  test('a missing month is a gap, not another frequency', async () => {
    const months = [1, 2, 4, 5, 6, 8, 9, 10].map((month) => `2020-${String(month).padStart(2, '0')}-15,${month}`)
    const one = await series(['date,value', ...months].join('\n'))
    expect([one?.facts.frequency, one?.values.length, one?.notes]).toEqual(['month', 8, []])
  })

  test('dates in the order of the country are told by the days beyond twelve', async () => {
    expect(days((await series('date;value\n03/01/2024;1\n25/01/2024;2\n'))?.days)).toEqual(['2024-01-01'])
    expect(days((await series('date;value\n01/03/2024;1\n01/25/2024;2\n', {}))?.days)).toEqual(['2024-01-01'])
  })

  test('columns are found by name, by Urdu name, or by their numbers', async () => {
    expect((await series('تاریخ,قیمت\n2024-01-01,5\n'))?.values).toEqual([5])
    expect((await series('when,exports_usd,day\nx,"1,200",2024-01-01\n'))?.values).toEqual([1200])
    await expect(gathered('a,b\n1,2\n', { format: 'csv' })).rejects.toMatchObject({ code: 'market.columns-missing' })
    await expect(gathered('date,value\n2024-01-01,1\n', { value: 'price', format: 'csv' })).rejects.toMatchObject({
      details: { columns: 'price' },
    })
  })

  test('an empty file, a header alone and unknown JSON are refused', async () => {
    await expect(gathered('', { format: 'csv' })).rejects.toMatchObject({ code: 'formats.empty' })
    await expect(gathered('date,value\n', { format: 'csv' })).rejects.toMatchObject({ code: 'formats.header-only' })
    await expect(gathered('{"a":1}')).rejects.toMatchObject({ code: 'market.source-unknown' })
  })
})
