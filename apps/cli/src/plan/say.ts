// SPDX-License-Identifier: Apache-2.0
import { type Declined, fromDayNumber } from '@resham/base'
import type { Pack } from '@resham/pack-kit'
import { type Sentence, sentenceCodes, type ValueKind } from '@resham/planning'
import { isWordKey, type Language, type Speak, speaker } from '../terminal/words.ts'
import { type Figures, figuresOf } from './money.ts'
import type { ComparedView } from './view.ts'

/** Says what the engine found, in one language and with one country's way of writing figures. */
export type Sayer = Figures & {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly speak: Speak
  /** A day number as a date. */
  day(day: number): string
  sentence(sentence: Sentence): string
  /** Why something cannot be said yet. */
  declined(declined: Declined): string
  /** Against an older stretch: how much more or less, or why that cannot be said. */
  compared(compared: ComparedView): string
}

/** Makes the sayer of a language. */
export function sayerOf(language: Language, pack: Pack, currency: string): Sayer {
  const plain = speaker(language)
  // In a line from right to left, names and figures keep their own direction (Unicode FSI, PDI).
  const speak: Speak =
    language !== 'ur'
      ? plain
      : (key, values = {}) =>
          plain(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`])))
  const figures = figuresOf(pack, currency, language)
  // Day before month in English too, as everywhere that our packs speak of.
  const locale = `${language === 'en' ? 'en-GB' : language}-u-nu-latn-ca-gregory`
  const dates = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const day = (number: number) => dates.format(new Date(`${fromDayNumber(number)}T00:00:00Z`))

  const write: Readonly<Record<ValueKind, (value: number) => string>> = {
    name: String,
    day,
    days: (value) => figures.count(Math.round(value)),
    month: (value) => months.format(new Date(Date.UTC(2024, value - 1, 1))),
    count: (value) => figures.count(Math.round(value)),
    money: (value) => figures.money(value),
    pieces: (value) => figures.pieces(value * 1000),
    share: (value) => `${figures.count(Math.round(value * 100))} %`,
    ratio: (value) => figures.change(value),
    times: (value) => figures.pieces(value * 1000),
  }

  function sentence({ code, values }: Sentence): string {
    const kinds: Readonly<Record<string, ValueKind>> = sentenceCodes[code]
    const words = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : write[kinds[name] ?? 'count'](value),
      ]),
    )
    const key = `say.${code}`
    return isWordKey(key) ? speak(key, words) : `${code} ${JSON.stringify(words)}`
  }

  function declined({ reason, needed = 0, got = 0 }: Declined): string {
    const key = `declined.${reason}`
    return isWordKey(key) ? speak(key, { needed: figures.count(needed), got: figures.count(got) }) : reason
  }

  function compared(change: ComparedView): string {
    if (change.kind === 'declined') return declined({ ...change, reason: `compare.${change.reason}` })
    return speak('plan.against', { change: figures.change(change.ratio), money: figures.money(change.net) })
  }

  return {
    ...figures,
    language,
    direction: language === 'ur' ? 'rtl' : 'ltr',
    speak,
    day,
    sentence,
    declined,
    compared,
  }
}
