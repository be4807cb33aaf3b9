// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { toAppError } from './problems.ts'

const failed = (code: string) => Object.assign(new Error('a value that a person typed'), { code })

test('of two who waited for one another the one given up is told to try again, not that we are broken', () => {
  expect(toAppError(failed('40P01')).code).toBe('platform.database-unavailable')
  expect(toAppError(failed('40001')).code).toBe('platform.database-unavailable')
  expect(toAppError(failed('23505')).code).toBe('platform.unexpected')
})
