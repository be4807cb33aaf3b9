// SPDX-License-Identifier: Apache-2.0
import type { Preference } from './i18n/words.ts'

/** Names of the cookies that hold a reader's choices; everything else in the cookie header is not ours. */
export const cookieNames = {
  language: 'language',
  digits: 'digits',
  theme: 'theme',
  face: 'face',
  wide: 'wide',
} as const

type Chosen = Partial<Record<'language' | 'digits' | 'theme', string | undefined>>

/**
 * How to speak to a reader: what they chose in their account, else on this device, else what
 * their browser asks for.
 *
 * @param timeZone  Zone in which instants are told.
 */
export function preferenceOf(
  account: Chosen | null,
  device: Chosen,
  acceptLanguage: string | null,
  timeZone: string,
): Preference {
  const language = account?.language ?? device.language
  const digits = account?.digits ?? device.digits
  const theme = account?.theme ?? device.theme
  return {
    language: language === 'en' || language === 'ur' ? language : languageAsked(acceptLanguage),
    digits: digits === 'urdu' ? 'urdu' : 'western',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    grouping: 'lakh',
    timeZone,
  }
}

/** Whether the reader's screen has room for a list beside its detail, as their last page found. */
export function isWide(cookies: { get(name: string): string | undefined }): boolean {
  return cookies.get(cookieNames.wide) === '1'
}

/** The first of our languages in an `Accept-Language` header, by its weights; English when none is there. */
export function languageAsked(header: string | null): 'en' | 'ur' {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const weight = rest.map((item) => /^\s*q=([\d.]+)/.exec(item)?.[1]).find(Boolean)
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) }
    })
    .filter((item) => item.language === 'en' || item.language === 'ur')
    .sort((a, b) => b.weight - a.weight)
  return asked[0]?.language === 'ur' ? 'ur' : 'en'
}

/**
 * A path on this site to go back to, or the fallback: never another site, however it is written.
 *
 * @example safePath('//evil.example', '/') // '/'
 */
export function safePath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || !/^[^\\\p{Cc}]+$/u.test(wanted)) return fallback
  const base = 'http://here.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  return url?.origin === base ? `${url.pathname}${url.search}` : fallback
}
