// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { hasLeftNothing } from './left-nothing.ts'

const fault = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall })
const failed = (cause: Error) => new TypeError('fetch failed', { cause })

test('only a sending that never began may be tried again', () => {
  for (const code of ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']) {
    expect(hasLeftNothing(failed(fault(code, 'connect'))), code).toBe(true)
  }
  expect(hasLeftNothing(failed(fault('ENOTFOUND', 'getaddrinfo')))).toBe(true)
  const both = [fault('ECONNREFUSED', 'connect'), fault('ENETUNREACH', 'connect')]
  expect(hasLeftNothing(failed(new AggregateError(both)))).toBe(true)
})

test('a line that breaks while the answer is awaited leaves it uncertain, whatever the network calls it', () => {
  for (const code of ['EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'ETIMEDOUT']) {
    expect(hasLeftNothing(failed(fault(code, 'read'))), code).toBe(false)
  }
  expect(
    hasLeftNothing(failed(new AggregateError([fault('ECONNREFUSED', 'connect'), fault('ECONNRESET', 'read')]))),
  ).toBe(false)
  expect(hasLeftNothing(failed(new AggregateError([])))).toBe(false)
  expect(hasLeftNothing(new Error('no cause'))).toBe(false)
})
