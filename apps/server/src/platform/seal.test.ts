// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'a secret of the platform'

test('what was sealed opens with the same secret, for the same thing', () => {
  const sealed = seal(secret, 'token of a', 'the key')
  expect(unseal(secret, 'token of a', sealed)).toBe('the key')
  expect(sealed).not.toContain('the key')
})

test('another secret, another owner, a changed byte or nonsense open nothing', () => {
  const sealed = seal(secret, 'token of a', 'the key')
  const changed = Buffer.from(sealed, 'base64')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(unseal('another secret', 'token of a', sealed)).toBeUndefined()
  expect(unseal(secret, 'token of b', sealed)).toBeUndefined()
  expect(unseal(secret, 'token of a', changed.toString('base64'))).toBeUndefined()
  expect(unseal(secret, 'token of a', 'no')).toBeUndefined()
})

test('the same text sealed twice looks different', () => {
  expect(seal(secret, 'a', 'b')).not.toBe(seal(secret, 'a', 'b'))
})
