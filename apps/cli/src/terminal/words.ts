// SPDX-License-Identifier: Apache-2.0
import en from '../i18n/en.json' with { type: 'json' }
import ur from '../i18n/ur.json' with { type: 'json' }

/** The languages the command line speaks. */
export const languages = ['en', 'ur'] as const
export type Language = (typeof languages)[number]

/** A key of the catalogues. */
export type WordKey = keyof typeof en

type Values = Readonly<Record<string, string | number>>

const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ur }

/** Speaks one language: fills a sentence of the catalogue. */
export type Speak = (key: WordKey, values?: Values) => string

/** The sentences of a language, with `{name}` replaced by values. */
export function speaker(language: Language): Speak {
  const catalogue = catalogues[language]
  return (key, values = {}) =>
    (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** True for a key that the catalogues hold: codes of errors and reasons are looked up by name. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key)
}

/** The language of a locale such as `ur_PK.UTF-8`; English where we do not speak it. */
export function languageOfLocale(locale: string | undefined): Language {
  return languages.find((language) => locale?.toLowerCase().startsWith(language)) ?? 'en'
}
