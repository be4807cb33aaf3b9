// SPDX-License-Identifier: Apache-2.0
import { isKey, type Words } from '#lib/i18n/words.ts'

export type Progress = {
  readonly done: number
  readonly total: number | null
  /** The total is worked out, not counted. */
  readonly estimated?: boolean
  /** `bytes`, `lines`, `items`. */
  readonly unit: string
  readonly startedAt: string | null
  readonly updatedAt: string
}

/** How far a long piece of work is, with counts and the time left: "211,000 of 320,705 lines, about 4 s". */
export function progressInWords(progress: Progress, words: Words): string {
  const { done, total, unit } = progress
  const key = `working.unit.${unit}`
  const inUnit = (count: number) => (unit === 'bytes' ? words.bytes(count) : words.number(count))
  const noun = unit !== 'bytes' && isKey(key) ? words.t(key) : ''
  if (total === null) return words.t('working.soFar', { done: inUnit(done), unit: noun })
  const left = secondsLeft(progress)
  const counted = words.t(progress.estimated ? 'working.countedAbout' : 'working.counted', {
    done: inUnit(done),
    total: inUnit(total),
    unit: noun,
  })
  return left === null ? counted : `${counted}${words.t('working.comma')} ${timeInWords(left, words)}`
}

/** Seconds until the end at the pace so far; null when there is no pace yet. */
export function secondsLeft({ done, total, startedAt, updatedAt }: Progress): number | null {
  if (total === null || startedAt === null || done <= 0 || done >= total) return null
  const spent = (Date.parse(updatedAt) - Date.parse(startedAt)) / 1000
  return spent < 1 ? null : ((total - done) * spent) / done
}

function timeInWords(seconds: number, words: Words): string {
  if (seconds < 90) return words.t('working.seconds', { count: Math.max(1, Math.round(seconds)) })
  return words.t('working.minutes', { count: Math.round(seconds / 60) })
}
