// SPDX-License-Identifier: Apache-2.0
import type { MarketStory } from '@resham/contract'
import type { Static } from 'typebox'
import { seriesPicture } from '#lib/charts/standalone.ts'
import { changeLines, marketChart, notesInWords, seasonInWords, whatChanged } from '#lib/features/market/view.ts'
import {
  marketName,
  periodInWords,
  shortPeriod,
  sourceOf,
  unitInWords,
  valueInWords,
} from '#lib/features/market/words.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { BriefDocument } from './document.ts'

type Story = Static<typeof MarketStory>

const sentencesShown = 6
const pastShown = 4
const nextShown = 6

/** One series on a page: its last value, the chart, what changed, and its last and next values. */
export function seriesBrief(
  story: Story,
  about: { readonly shop: string; readonly day: string },
  words: Words,
): BriefDocument {
  const { brief } = story
  const chart = marketChart(story, words)
  const { source, licence } = sourceOf(story, words)
  const changes = changeLines(brief, words).map(({ text }) => text)
  const said = [
    chart.sentence,
    ...changes,
    ...whatChanged(story, words),
    seasonInWords(story, words),
    ...notesInWords(story, words),
  ]
  return {
    language: words.language,
    direction: words.direction,
    shop: about.shop,
    title: marketName(brief.name, words),
    under: [unitInWords(brief, words), words.t(`market.frequency.${brief.frequency}`)].filter(Boolean).join(' · '),
    figure: {
      label: periodInWords(brief.lastDay, brief.frequency, words),
      value: valueInWords(brief.lastValue, brief, words),
    },
    chart: onlyPlot(
      seriesPicture(chart, { title: '', notes: [], direction: words.direction, say: chart.say, sayDay: chart.sayDay }),
    ),
    sentences: said.filter((text) => text !== '').slice(0, sentencesShown),
    table: tableOf(story, words),
    notes: [
      ...(story.chart.next.length > 0 ? [words.t('brief.estimate')] : []),
      words.t('brief.source', { source, licence }),
      ...(brief.invented ? [words.t('brief.invented')] : []),
    ],
    made: words.t('brief.made', { day: words.day(about.day) }),
  }
}

function tableOf({ brief, chart }: Story, words: Words): BriefDocument['table'] {
  const say = (value: number) => valueInWords(value, brief, words)
  const day = (one: string) => shortPeriod(one, brief.frequency, words)
  const past = chart.past.slice(-pastShown).map((one) => ({ cells: [day(one.day), say(one.value), ''], bar: null }))
  const next = chart.next.slice(0, nextShown).map((one) => ({
    cells: [
      words.t('brief.expected', { day: day(one.day) }),
      words.t('brief.about', { value: say(one.mean) }),
      words.t('brief.band', { low: say(one.lo80), high: say(one.hi80) }),
    ],
    bar: null,
  }))
  return {
    title: words.t('brief.values'),
    columns: [words.t('brief.when'), words.t('brief.value'), words.t('brief.range')],
    rows: [...past, ...next],
  }
}

/** Where the plot begins and how high it is, in the file's own units. */
const plot = { top: 88, height: 412 } as const

/** The plot alone, without the room that the file's own title and notes take. */
function onlyPlot(svg: string): string {
  return svg.replace(
    /width="(\d+)" height="\d+" viewBox="0 0 \d+ \d+"/,
    (_, width: string) => `width="${width}" height="${plot.height}" viewBox="0 ${plot.top} ${width} ${plot.height}"`,
  )
}
