// SPDX-License-Identifier: Apache-2.0
import { askEndpoints, destinationEndpoints, marketEndpoints, outlookEndpoints } from '@resham/contract'
import { type Answer, spanFor } from '#lib/features/ask/view.ts'
import type { PageServerLoad } from './$types'

type At = Pick<Parameters<PageServerLoad>[0], 'locals'> & { readonly params: { readonly business: string } }

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const question = (url.searchParams.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 300)
  const at = { locals, params }
  const [examples, answer] = await Promise.all([
    locals.api.load(askEndpoints.examples, { params }),
    question === '' ? null : locals.api.load(askEndpoints.ask, { params, query: { question } }),
  ])
  return { question, examples, answer, ...(answer ? await restOf(answer, at) : nothing) }
}

const nothing = { story: null, comparison: null, items: null, outlook: null, headings: null }

/** What the answer is shown with, read where it is kept. */
async function restOf(answer: Answer, { locals, params }: At) {
  if (answer.kind === 'series') {
    const span = spanFor(answer, new Date().toISOString().slice(0, 10))
    const at = { params: { ...params, series: answer.series.slug }, query: span ? { span } : {} }
    return { ...nothing, story: await locals.api.load(marketEndpoints.read, at) }
  }
  if (answer.kind === 'compare') {
    const query = { series: answer.series.map(({ slug }) => slug).join(','), span: '3y' as const }
    return { ...nothing, comparison: await locals.api.load(marketEndpoints.compare, { params, query }) }
  }
  if (answer.kind === 'my-items') {
    const sort = answer.way === 'best' ? ('rank' as const) : answer.way
    const at = { params: { ...params, subject: 'item' as const }, query: { limit: 8, sort } }
    return { ...nothing, items: (await locals.api.load(outlookEndpoints.listTrends, at)).items }
  }
  if (answer.kind === 'my-sales')
    return { ...nothing, outlook: await locals.api.load(outlookEndpoints.today, { params }) }
  if (answer.kind === 'where-to-sell') {
    return { ...nothing, headings: await locals.api.load(destinationEndpoints.subjects, { params }) }
  }
  return nothing
}
