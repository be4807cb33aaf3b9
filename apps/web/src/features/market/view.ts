// SPDX-License-Identifier: Apache-2.0
import type { MarketBrief, MarketGroup, MarketRun, MarketStory } from '@resham/contract'
import type { Static } from 'typebox'
import type { ExpectedPoint, NamedDays, PastPoint } from '#lib/charts/line.ts'
import { declinedInWords } from '#lib/features/sentences/declined.ts'
import { monthInWords } from '#lib/features/sentences/values.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { type MarketFilters, marketAddress, marketSorts } from './filters.ts'
import {
  changeInWords,
  marketName,
  marketSentence,
  periodInWords,
  shortPeriod,
  sourceOf,
  unitInWords,
  valueInWords,
} from './words.ts'

type Brief = Static<typeof MarketBrief>
type Story = Static<typeof MarketStory>
type Declined = { readonly reason: string; readonly needed?: number; readonly got?: number }

/** One row of the catalogue. */
export function marketRow(brief: Brief, slug: string, words: Words) {
  const unit = unitInWords(brief, words)
  const ended = brief.ended
    ? words.t('market.ended.short', { day: shortPeriod(brief.lastDay, brief.frequency, words) })
    : ''
  return {
    name: marketName(brief.name, words),
    note: [
      [valueInWords(brief.lastValue, brief, words), unit].filter(Boolean).join(' '),
      ended || shortPeriod(brief.lastDay, brief.frequency, words),
    ]
      .filter(Boolean)
      .join(' · '),
    amount: changeInWords(brief.yearChange?.ratio, words).text,
    spark: brief.spark,
    href: `/${slug}/market/${brief.slug}`,
    find: [brief.name.en, brief.name.ur, brief.place, brief.commodity].filter(Boolean).join(' '),
  }
}

type Group = Static<typeof MarketGroup>

/**
 * One row of the catalogue. Of several places it says how many and from what to what, and opens to a row a place; its
 * picture and figure are those of the place in the middle.
 */
export function groupRow({ name, series }: Group, slug: string, words: Words) {
  const rows = series.map((brief) => marketRow(brief, slug, words))
  const [brief] = series
  const [row] = rows
  if (!brief || !row) return undefined
  if (series.length === 1) return { ...row, places: [] }
  const byChange = series.toSorted((a, b) => (a.yearChange?.ratio ?? 0) - (b.yearChange?.ratio ?? 0))
  const middle = byChange[Math.floor(byChange.length / 2)] ?? brief
  const values = series.map(({ lastValue }) => lastValue)
  const say = (value: number) => valueInWords(value, brief, words)
  const [least, most] = [say(Math.min(...values)), say(Math.max(...values))]
  const range = least === most ? least : words.t('market.group.range', { least, most })
  return {
    name: marketName(name, words),
    note: [
      words.t('market.group.places', { count: series.length }),
      [range, unitInWords(brief, words)].filter(Boolean).join(' '),
    ].join(' · '),
    amount: changeInWords(middle.yearChange?.ratio, words).text,
    spark: middle.spark,
    find: rows.map(({ find }) => find).join(' '),
    href: undefined,
    places: series.map((one, i) => ({ ...rows[i], name: placeOf(one, words), note: placeNote(one, words) })),
  }
}

/** The unit stands in the row above. */
function placeNote(brief: Brief, words: Words): string {
  const until = shortPeriod(brief.lastDay, brief.frequency, words)
  return `${valueInWords(brief.lastValue, brief, words)} · ${brief.ended ? words.t('market.ended.short', { day: until }) : until}`
}

/** The place of a series as its name has it, else as the source does. */
function placeOf({ name, place }: Brief, words: Words): string {
  const urdu = words.language === 'ur' ? name.ur?.split('، ').slice(1).join('، ') : ''
  return urdu || place || marketName(name, words)
}

type Choices = {
  readonly kinds: readonly { kind: string; count: number }[]
  readonly places: readonly { place: string }[]
}
const placesShown = 12

/** Chips of the catalogue; one that is on is taken off by pressing it again. */
export function marketChips(path: string, filters: MarketFilters, choices: Choices, words: Words) {
  const chip = (name: keyof MarketFilters, value: string, label: string) => ({
    label,
    href: marketAddress(path, filters, { [name]: filters[name] === value ? null : value }),
    on: filters[name] === value || (name === 'sort' && value === 'name' && filters.sort === undefined),
  })
  const t = (key: string, otherwise: string) => (isKey(key) ? words.t(key) : otherwise)
  return {
    kinds: choices.kinds.map(({ kind }) => chip('kind', kind, t(`market.kind.${kind}`, kind))),
    places: choices.places.slice(0, placesShown).map(({ place }) => chip('place', place, place)),
    sorts: marketSorts.map((sort) => chip('sort', sort, t(`market.sort.${sort}`, sort))),
  }
}

/** The change against the period before and against last year, with what it is held against. */
export function changeLines(brief: Brief, words: Words) {
  const line = (change: Brief['change'], against: 'before' | 'year') => {
    if (!change) return []
    const before = words.t(`market.before.${brief.frequency}`)
    const same = Math.abs(change.ratio) < 0.005
    const way = same ? ('same' as const) : change.ratio > 0 ? ('up' as const) : ('down' as const)
    const percent = words.percent(Math.abs(change.ratio), { decimals: Math.abs(change.ratio) < 0.1 ? 1 : 0 })
    return [{ way, mood: 'plain' as const, text: words.t(`market.change.${against}.${way}`, { percent, before }) }]
  }
  return [...(brief.frequency === 'year' ? [] : line(brief.change, 'before')), ...line(brief.yearChange, 'year')]
}

/** A series' chart as the picture wants it, with its sentence. */
export function marketChart(story: Story, words: Words) {
  const { brief, chart } = story
  const odd = new Set(chart.unusual.map(({ day }) => day))
  const say = (value: number) => valueInWords(value, brief, words)
  return {
    past: chart.past.map(({ day, value }): PastPoint => ({ day, value, ...(odd.has(day) ? { odd: true } : {}) })),
    expected: chart.next.map(
      ({ day, mean, lo80, hi80 }): ExpectedPoint => ({ day, value: mean, low: lo80, high: hi80 }),
    ),
    holidays: chart.holidays
      .filter(({ kind }) => kind !== 'public')
      .map(({ names, from, to }): NamedDays => ({ name: names[words.language], from, to })),
    shifts: [...chart.shifts, ...chart.turns].map(({ day }) => day),
    base: brief.kind === 'rate' || brief.kind === 'index' ? ('near' as const) : ('zero' as const),
    say,
    sayDay: (day: string) => shortPeriod(day, brief.frequency, words),
    sentence: expectedInWords(story, words),
  }
}

/** "About Rs 143 in April 2027, likely between Rs 128 and Rs 158", or why that cannot be said. */
function expectedInWords({ brief, chart, sentences }: Story, words: Words): string {
  if (chart.declined) return refusalInWords(chart.declined, brief, words)
  const next = sentences.find(({ code }) => code === 'market.next')
  return next ? marketSentence(next, brief, words) : ''
}

/** What changed, without what the headline and the chart say. */
export function whatChanged({ brief, sentences }: Story, words: Words): string[] {
  return sentences
    .filter(({ code }) => !/^market\.(last|year|next)/.test(code))
    .map((sentence) => marketSentence(sentence, brief, words))
    .filter((text) => text !== '')
}

/**
 * The change since a year before and what it is made of, in percent of the value then. What is shown adds up: the last
 * part takes what rounding leaves.
 *
 * @returns Undefined where there is nothing to take apart.
 */
export function changeInParts({ brief, changed }: Story, words: Words) {
  if (!changed || changed.parts.some(({ ratio }) => ratio === null)) return undefined
  const rounded = (ratio: number) => Math.round(1000 * ratio) / 1000
  const whole = rounded(changed.after / changed.before - 1)
  const shares = changed.parts.map(({ ratio }) => rounded(ratio ?? 0))
  const rest = rounded(whole - shares.slice(0, -1).reduce((sum, share) => sum + share, 0))
  const percent = (share: number) => words.percent(share, { signed: true, decimals: 1 })
  const way = whole > 0 ? 'up' : whole < 0 ? 'down' : 'same'
  return {
    lead: words.t(`market.parts.${way}`, {
      now: valueInWords(changed.after, brief, words),
      before: valueInWords(changed.before, brief, words),
      day: periodInWords(changed.from, brief.frequency, words),
      percent: words.percent(Math.abs(whole), { decimals: 1 }),
    }),
    parts: changed.parts.flatMap(({ part }, i) => {
      const share = i === shares.length - 1 ? rest : (shares[i] ?? 0)
      return share === 0 ? [] : [{ name: words.t(`market.part.${part}`), share: percent(share) }]
    }),
    total: percent(whole),
    notes: [
      changed.beyondChance ? '' : words.t('market.parts.chance'),
      changed.withoutSeason ? words.t('market.parts.noSeason') : '',
    ].filter(Boolean),
  }
}

/** A refusal about a series: history is counted in its own periods. */
function refusalInWords(refusal: Declined, { frequency }: Pick<Brief, 'frequency'>, words: Words): string {
  if (refusal.reason === 'history-too-short') {
    const count = Math.max(1, Math.ceil((refusal.needed ?? 0) - (refusal.got ?? 0)))
    return words.t(`market.unsure.${frequency}`, { count })
  }
  const key = `market.declined.${refusal.reason}`
  return isKey(key) ? words.t(key) : declinedInWords(refusal, words)
}

/** When in the year it is high and when low. */
export function seasonInWords({ brief, season }: Story, words: Words): string {
  if (season.kind === 'declined') {
    if (season.reason === 'history-too-short') {
      return words.t('market.season.unsure', { count: Math.max(1, (season.needed ?? 0) - (season.got ?? 0)) })
    }
    return refusalInWords(season, brief, words)
  }
  const list = (months: readonly number[]) =>
    new Intl.ListFormat(words.language, { type: 'conjunction' }).format(
      months.map((month) => monthInWords(month, words)),
    )
  const { highMonths, lowMonths, peak, trough } = season
  if (highMonths.length === 0 && lowMonths.length === 0) return words.t('market.season.none')
  const off = (factor: number) => words.percent(Math.abs(factor - 1), { decimals: Math.abs(factor - 1) < 0.1 ? 1 : 0 })
  const parts = [
    words.t('market.season.extremes', {
      peak: monthInWords(peak.month, words),
      above: off(peak.factor),
      trough: monthInWords(trough.month, words),
      below: off(trough.factor),
    }),
    highMonths.length > 1 ? words.t('market.season.high', { months: list(highMonths) }) : '',
    lowMonths.length > 1 ? words.t('market.season.low', { months: list(lowMonths) }) : '',
    words.t(season.strength < 0.3 ? 'market.season.weak' : 'market.season.strong', {
      years: season.years,
      count: season.years,
    }),
  ]
  return parts.filter(Boolean).join(' ')
}

/** The months of the year as bars; those that stand out are marked. */
export function seasonBars(season: Extract<Story['season'], { kind: 'season' }>, words: Words) {
  const marked = new Set(season.highMonths)
  const least = Math.min(...season.months)
  // What is shown is the difference between months: all of them at full height would hide it.
  const floor = Math.max(0, least - 0.5 * (Math.max(...season.months) - least))
  return season.months.map((value, index) => ({
    label: monthInWords(index + 1, words),
    value: value - floor,
    hot: marked.has(index + 1),
  }))
}

/** Who says so, under which terms, when it was loaded and what was read: a row of a table each. */
export function provenanceFacts(story: Story, words: Words): readonly (readonly [string, string])[] {
  const { brief, run } = story
  const { source, licence } = sourceOf(story, words)
  const facts: (readonly [string, string])[] = [
    [words.t('market.fact.source'), source],
    [words.t('market.fact.licence'), licence],
    [
      words.t('market.fact.span'),
      words.t('market.fact.from', {
        from: shortPeriod(brief.firstDay, brief.frequency, words),
        to: shortPeriod(brief.lastDay, brief.frequency, words),
      }),
    ],
    [words.t('market.fact.values'), words.t(`market.count.${brief.frequency}`, { count: brief.points })],
  ]
  if (run) {
    facts.push([words.t('market.fact.loaded'), words.instant(run.endedAt ?? run.startedAt)])
    facts.push([words.t('market.fact.rows'), rowsInWords(run, words)])
    if (run.sha256) facts.push([words.t('market.fact.checksum'), run.sha256.slice(0, 16)])
  }
  return facts
}

function rowsInWords({ rowsRead, rowsKept, rowsSkipped }: Static<typeof MarketRun>, words: Words): string {
  const kept = words.t('market.rows.kept', { kept: rowsKept, read: rowsRead })
  return rowsSkipped === 0 ? kept : `${kept} ${words.t('market.rows.skipped', { count: rowsSkipped })}`
}

/** What is odd about how the series came, in sentences. */
export function notesInWords({ notes, brief }: Story, words: Words): string[] {
  return notes.flatMap(({ code, values }) => {
    const key = `market.note.${code}`
    if (!isKey(key)) return []
    const said = Object.entries(values).map(([name, value]) => [
      name,
      name === 'day' ? periodInWords(String(value), brief.frequency, words) : value,
    ])
    return [words.t(key, Object.fromEntries(said))]
  })
}
