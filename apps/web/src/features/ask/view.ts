// SPDX-License-Identifier: Apache-2.0
import type { AskAnswer, askEndpoints, MarketStory, marketSpans, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'
import { notesInWords, seasonInWords, whatChanged } from '#lib/features/market/view.ts'
import { marketName, periodInWords, shortPeriod, sourceAndTerms, valueInWords } from '#lib/features/market/words.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

export type Answer = Static<typeof AskAnswer>
export type SeriesAnswer = Extract<Answer, { kind: 'series' }>
type Story = Static<typeof MarketStory>
type Examples = ReplyOf<typeof askEndpoints.examples>

/** The answer in sentences, the figures first; then what the series itself tells of it. */
export function answerInWords(answer: SeriesAnswer, story: Story, words: Words): readonly string[] {
  const said = answer.sentences.map((sentence) => askSentence(sentence, story, words))
  const more =
    answer.ask === 'season'
      ? [seasonInWords(story, words)]
      : answer.ask === 'why'
        ? whatChanged(story, words).slice(0, 3)
        : answer.ask === 'past'
          ? notesInWords(story, words).slice(0, 1)
          : []
  return [...said, ...more].filter((text) => text !== '')
}

function askSentence({ code, values }: SeriesAnswer['sentences'][number], { brief }: Story, words: Words): string {
  const key = `ask.say.${code}`
  if (!isKey(key)) return ''
  const said = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string') return [name, periodInWords(value, brief.frequency, words)]
    if (name === 'ratio') return [name, words.percent(value, { decimals: value < 0.1 ? 1 : 0 })]
    return [name, valueInWords(value, brief, words)]
  })
  return words.t(key, Object.fromEntries(said))
}

/** How far back the chart of an answer looks: as far as was asked, and a little more. */
export function spanFor(answer: SeriesAnswer, today: string): (typeof marketSpans)[number] | undefined {
  if (!answer.time) return undefined
  const years = (Date.parse(today) - Date.parse(answer.time.from)) / 31_557_600_000
  return years > 9.5 ? 'all' : years > 2.5 ? '10y' : '3y'
}

/** Where an answer comes from. */
export function sourceInWords(story: Story, words: Words): string {
  const source = sourceAndTerms(story, words)
  const until = shortPeriod(story.brief.lastDay, story.brief.frequency, words)
  return words.t('ask.source', { source, until })
}

const lower = (name: string) => name.toLowerCase()

/** Questions that can be pressed, in the reader's language, of goods that are here. */
export function exampleQuestions({ items }: Examples, words: Words): readonly string[] {
  const named = items.filter(({ good }) => words.language === 'en' || good.ur !== null)
  const of = (place: number) => named[place % Math.max(1, named.length)]
  const nameOf = (index: number) => {
    const item = of(index)
    return item ? lower(marketName(item.good, words)) : undefined
  }
  const placed = named.find(({ place }) => place !== null)
  const examples: string[] = []
  const [first, second, third] = [nameOf(0), nameOf(1), nameOf(2)]
  if (first) examples.push(words.t('ask.example.ahead', { good: first }))
  if (placed?.place) {
    const place = marketName(placed.place, words)
    examples.push(words.t('ask.example.past', { good: lower(marketName(placed.good, words)), place }))
  }
  if (second) examples.push(words.t('ask.example.why', { good: second }))
  if (first && third && first !== third) examples.push(words.t('ask.example.compare', { good: first, other: third }))
  examples.push(words.t('ask.example.items'), words.t('ask.example.roman'), words.t('ask.example.sell'))
  // They become addresses and text in a box: marks of isolation would stay in both.
  return examples.map((text) => text.replace(/[\u2066-\u2069]/g, ''))
}
