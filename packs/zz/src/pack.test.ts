// SPDX-License-Identifier: Apache-2.0
import { checkPack } from '@resham/pack-kit'
import { expect, test } from 'vitest'
import { pack } from './index.ts'

test('the checker finds nothing wrong with the pack', () => {
  expect(checkPack(pack)).toEqual([])
})
