// SPDX-License-Identifier: Apache-2.0
import { type MarketComparison, type MarketStory, marketEndpoints } from '@resham/contract'
import type { RequestEvent } from '@sveltejs/kit'
import type { Static } from 'typebox'
import { ApiProblem, signInPath } from '#lib/api.ts'
import { linesPicture, seriesPicture } from '#lib/charts/standalone.ts'
import { makeWords, type Words } from '#lib/i18n/words.ts'
import { comparedLines, measureInWords, sayCompared } from './compare.ts'
import { apiQueryOf, comparedOf, spanOf } from './filters.ts'
import { marketChart } from './view.ts'
import { marketName, sourceAndTerms, unitInWords } from './words.ts'

type At = Pick<RequestEvent, 'locals' | 'url'> & {
  readonly params: { readonly business: string; readonly series?: string }
}

/** The chart of a series as an SVG file, in the reader's language. @throws ApiProblem */
export async function seriesSvg({ locals, params, url }: At): Promise<string> {
  const span = spanOf(url.searchParams)
  const story = await locals.api.ask(marketEndpoints.read, {
    params: { business: params.business, series: params.series ?? '' },
    query: span ? { span } : {},
  })
  return drawSeries(story, makeWords(locals.preference))
}

/** The chart of a comparison as an SVG file. @throws ApiProblem */
export async function comparisonSvg({ locals, params, url }: At): Promise<string> {
  const query = apiQueryOf(comparedOf(url.searchParams))
  const comparison = await locals.api.ask(marketEndpoints.compare, { params: { business: params.business }, query })
  return drawComparison(comparison, makeWords(locals.preference))
}

function drawSeries(story: Static<typeof MarketStory>, words: Words): string {
  const chart = marketChart(story, words)
  const unit = unitInWords(story.brief, words)
  const source = sourceAndTerms(story, words)
  return seriesPicture(chart, {
    title: [marketName(story.brief.name, words), unit].filter(Boolean).join(' · '),
    notes: [chart.sentence, words.t('market.picture.source', { source })].filter(Boolean),
    direction: words.direction,
    say: chart.say,
    sayDay: chart.sayDay,
  })
}

function drawComparison(comparison: Static<typeof MarketComparison>, words: Words): string {
  const lines = comparedLines(comparison, words)
  const named = lines.map(({ letter, name }) => `${letter} ${name}`)
  const half = Math.ceil(named.length / 2)
  return linesPicture(lines, comparison.measure === 'index', {
    title: words.t('market.compare.title'),
    notes: [named.slice(0, half).join(' · '), named.slice(half).join(' · '), measureInWords(comparison, words)].filter(
      Boolean,
    ),
    direction: words.direction,
    say: sayCompared(comparison, words),
    sayDay: (day) => words.day(day, 'month'),
  })
}

/** Answers with a picture as a file; one who is not signed in is shown the way. */
export async function answerPicture(
  event: Pick<RequestEvent, 'url'>,
  file: { readonly name: string; readonly type: 'image/svg+xml' | 'image/png' | 'application/pdf' },
  draw: () => Promise<string | Uint8Array>,
): Promise<Response> {
  try {
    return new Response((await draw()) as BodyInit, {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem) || thrown.problem.code !== 'account.not-signed-in') throw thrown
    return new Response(null, { status: 303, headers: { location: signInPath(event.url) } })
  }
}
