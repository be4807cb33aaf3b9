// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { soldAtByOurClock } from './phone-clock.ts'

const now = new Date('2026-11-25T10:00:00Z')
const at = (phone: string, sent: string) => {
  const { soldAt, isWrong } = soldAtByOurClock(new Date(phone), new Date(sent), now)
  return [soldAt.toISOString(), isWrong]
}

test('a clock that is right is believed, a week back too', () => {
  expect(at('2026-11-18T09:00:00Z', '2026-11-25T09:59:58Z')).toEqual(['2026-11-18T09:00:00.000Z', false])
})
test('a clock two years behind is put right by as much as it is off', () => {
  expect(at('2024-11-25T09:00:00Z', '2024-11-25T10:00:00Z')).toEqual(['2026-11-25T09:00:00.000Z', true])
})
test('a clock that runs ahead never sells tomorrow', () => {
  expect(at('2026-11-26T09:00:00Z', '2026-11-26T10:00:00Z')).toEqual(['2026-11-25T09:00:00.000Z', true])
  expect(at('2026-11-26T09:00:00Z', '2026-11-25T10:00:00Z')).toEqual(['2026-11-25T10:00:00.000Z', true])
})
