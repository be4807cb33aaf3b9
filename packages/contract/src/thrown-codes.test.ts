// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { errorTable } from './index.ts'

const packages = resolve(import.meta.dirname, '../..')

/** Codes in the sources of a package, without its tests. */
function codesThrownIn(name: string): string[] {
  return readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/[.](test|testing)[.]ts$/.test(path))
    .flatMap((path) => [
      ...readFileSync(join(packages, name, 'src', path), 'utf8').matchAll(/Error\(\s*'([a-z0-9-]+[.][a-z0-9-]+)'/g),
    ])
    .map((hit) => hit[1] as string)
}

test('every code that a package throws has its row', () => {
  const thrown = new Set(
    readdirSync(packages, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => codesThrownIn(entry.name)),
  )
  expect(thrown.size).toBeGreaterThan(60)
  expect([...thrown].filter((code) => !Object.hasOwn(errorTable, code)).sort()).toEqual([])
})
