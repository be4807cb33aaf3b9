// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, type PlainDate, toDayNumber } from '@resham/base'
import type { askEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { ask } from '@resham/planning'
import type { FindPack } from '#modules/calendar/index.ts'
import {
  findMarketOutlook,
  findSeriesByWords,
  listAskable,
  listPoints,
  listSeriesWords,
  type SeriesRecord,
} from '#modules/market/index.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { type Candidate, chooseSeries, isAt } from './choose-series.ts'

type Answer = ReplyOf<typeof at.ask>
type Asked = Extract<ask.Question, { intent: 'series' | 'compare' }>

const candidates = 300
const othersShown = 5
const comparedAtMost = 6
const examplesShown = 6
/** Names that are only other words for what the languages know already would take their place. */
const longestGood = 60

/** Answers a question from the series and the books, or says that it is not understood. @throws platform.not-found for a country without a pack */
export async function answerQuestion(
  ctx: BusinessContext,
  { query }: RequestOf<typeof at.ask>,
  findPack: FindPack,
): Promise<Answer> {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('platform.not-found')
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const lexicon = ask.makeLexicon(vocabularyOf(await listSeriesWords(tx, ctx.business.sample), pack))
    const question = ask.parseQuestion(query.question, lexicon)
    switch (question.intent) {
      case 'series':
        return answerSeries(tx, ctx, question)
      case 'compare':
        return answerCompare(tx, ctx, question)
      case 'my-items':
        return { kind: 'my-items', way: question.way }
      case 'my-sales':
        return { kind: 'my-sales', ask: question.ask }
      case 'unknown':
        return { kind: 'not-understood', heard: [...question.goods, ...question.places] }
      default:
        return { kind: question.intent }
    }
  })
}

/** Names of the data in English and, where the country's pack knows them, in Urdu; and the countries that buy. */
function vocabularyOf(words: Awaited<ReturnType<typeof listSeriesWords>>, pack: Pack): ask.Vocabulary {
  const named = ({ name }: { name: string }) => ({ id: name, names: [name, pack.tradeWords[name] ?? ''] })
  const places = words.filter(({ kind }) => kind === 'place')
  const known = new Set(places.map(({ name }) => name))
  const abroad = pack.abroad.countries.filter(({ names }) => !known.has(names.en))
  return {
    places: [...places.map(named), ...abroad.map(({ names }) => ({ id: names.en, names: [names.en, names.ur] }))],
    goods: words.filter(({ kind, name }) => kind === 'good' && name.length <= longestGood).map(named),
  }
}

async function find(
  tx: TenantTx,
  ctx: BusinessContext,
  { measure, places }: Asked,
  good: string | undefined,
): Promise<Candidate[]> {
  const words = good === undefined ? [] : ask.searchWordsOf(good)
  const kinds = ask.kindsOf(good, measure)
  const found = await findSeriesByWords(tx, { words, kinds, invented: ctx.business.sample, limit: candidates })
  return chooseSeries(found, { words, kinds, places, currency: ctx.business.currency })
}

async function answerSeries(
  tx: TenantTx,
  ctx: BusinessContext,
  question: Extract<ask.Question, { intent: 'series' }>,
): Promise<Answer> {
  const found = await find(tx, ctx, question, question.goods[0])
  const [best] = found
  if (!best) return { kind: 'no-series', goods: [...question.goods] }
  const points = (await listPoints(tx, [best.id])).get(best.id) ?? { days: [], values: [] }
  const next = (await findMarketOutlook(tx, best.id))?.story.chart.next ?? []
  const window = question.time && ask.daysOf(question.time, dayIn(ctx.business.timeZone, ctx.now))
  const series = { ...points, next: next.map((one) => ({ ...one, day: toDayNumber(one.day as PlainDate) })) }
  return {
    kind: 'series',
    ask: question.ask,
    series: nameOf(best),
    time: window && { from: fromDayNumber(window.from), to: fromDayNumber(window.to) },
    sentences: ask.answerSeries(question.ask, series, window).map(toSentence),
    others: found.slice(1, 1 + othersShown).map(nameOf),
    placeMissing: question.places.find((place) => !isAt(best, place)) ?? null,
  }
}

async function answerCompare(
  tx: TenantTx,
  ctx: BusinessContext,
  question: Extract<ask.Question, { intent: 'compare' }>,
): Promise<Answer> {
  const series: Candidate[] = []
  for (const good of question.goods.length > 0 ? question.goods : [undefined]) {
    const places = question.places.length > 1 ? question.places.map((place) => [place]) : [question.places]
    for (const some of places) {
      const [best] = await find(tx, ctx, { ...question, places: some }, good)
      if (best && !series.some(({ id }) => id === best.id)) series.push(best)
    }
  }
  if (series.length === 0) return { kind: 'no-series', goods: [...question.goods] }
  const window = question.time && ask.daysOf(question.time, dayIn(ctx.business.timeZone, ctx.now))
  return {
    kind: 'compare',
    series: series.slice(0, comparedAtMost).map(nameOf),
    time: window && { from: fromDayNumber(window.from), to: fromDayNumber(window.to) },
  }
}

function nameOf({ slug, nameEn, nameUr }: SeriesRecord) {
  return { slug, name: { en: nameEn, ur: nameUr } }
}

const dayNames = new Set(['day', 'from', 'to', 'lowDay', 'highDay'])

function toSentence({ code, values }: ask.AskSentence) {
  const said = Object.entries(values).map(([name, value]) => [name, dayNames.has(name) ? fromDayNumber(value) : value])
  return { code, values: Object.fromEntries(said) }
}

/** Goods, with places, that questions can be asked about here. */
export async function readExamples(ctx: BusinessContext, findPack: FindPack): Promise<ReplyOf<typeof at.examples>> {
  const pack = findPack(ctx.business.pack)
  const query = { invented: ctx.business.sample, limit: examplesShown }
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listAskable(tx, query))
  const inBoth = (name: string) => ({ en: name, ur: pack?.tradeWords[name] ?? null })
  return {
    items: found.map(({ good, place }) => ({ good: inBoth(good), place: place === null ? null : inBoth(place) })),
  }
}
