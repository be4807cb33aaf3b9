// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, destinationEndpoints, marketEndpoints } from '@resham/contract'
import { error, type RequestEvent } from '@sveltejs/kit'
import { makeWords, type Words } from '#lib/i18n/words.ts'
import { briefPdf } from './pdf.ts'
import { sellBrief } from './sell.ts'
import { seriesBrief } from './series.ts'

type At = Pick<RequestEvent, 'locals' | 'url'> & {
  readonly params: { readonly business: string; readonly series?: string; readonly heading?: string }
}

/** The reader's words, or those of the language that the address asks for. */
function wordsFor({ locals, url }: At): Words {
  const asked = url.searchParams.get('language')
  const language = asked === 'en' || asked === 'ur' ? asked : locals.preference.language
  return makeWords({ ...locals.preference, language })
}

/** Whose brief it is, and the day in the shop's own zone. */
async function aboutOf({ locals, params }: At, now: Date) {
  const { name, timeZone } = await locals.api.ask(businessEndpoints.read, { params: { business: params.business } })
  return { shop: name, day: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now) }
}

/** The brief of a series. @throws ApiProblem */
export async function seriesBriefPdf(at: At, now: Date): Promise<Uint8Array> {
  const params = { business: at.params.business, series: at.params.series ?? '' }
  const story = await at.locals.api.ask(marketEndpoints.read, { params, query: {} })
  return briefPdf(seriesBrief(story, await aboutOf(at, now), wordsFor(at)))
}

/** The brief of where to sell goods of a heading. @throws ApiProblem; 404 where nothing can be ranked */
export async function sellBriefPdf(at: At, now: Date): Promise<Uint8Array> {
  const params = { business: at.params.business, heading: at.params.heading ?? '' }
  if (!/^\d{4}$/.test(params.heading)) error(404)
  const answer = await at.locals.api.ask(destinationEndpoints.rank, { params })
  const { ranking } = answer
  if (ranking.kind === 'declined') error(404)
  return briefPdf(sellBrief({ ...answer, ranking }, await aboutOf(at, now), wordsFor(at)))
}
