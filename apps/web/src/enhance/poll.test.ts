// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { afterLook } from './poll.ts'

const shown = { saved: false, cards: 1 }

test('while the work goes on its card is drawn anew', () => {
  expect(afterLook({ ok: true, saved: false, cards: 1 }, shown)).toBe('redraw')
})

test('when the work is over the page is opened anew', () => {
  expect(afterLook({ ok: true, saved: false, cards: 0 }, shown)).toBe('open')
})

test('a server that is away, or that answers with what went wrong, is waited for', () => {
  expect(afterLook({ ok: false, saved: false, cards: 0 }, shown)).toBe('wait')
})

test('a copy that the phone keeps is no news, and is left as soon as there is some', () => {
  expect(afterLook({ ok: true, saved: true, cards: 0 }, shown)).toBe('wait')
  expect(afterLook({ ok: true, saved: false, cards: 1 }, { saved: true, cards: 1 })).toBe('open')
})
