// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { waitAfter } from './lock-out.ts'

test('the first four mistakes cost nothing; then waits double from 30 s, to an hour and no more', () => {
  const waits = Array.from({ length: 14 }, (_, failures) => waitAfter(failures))
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
})

test('a guesser who waits every time gets fewer than 100 tries a day', () => {
  let [seconds, tries] = [0, 0]
  while (seconds < 86_400) {
    tries += 1
    seconds += waitAfter(tries)
  }
  expect(tries).toBeLessThan(100)
})
