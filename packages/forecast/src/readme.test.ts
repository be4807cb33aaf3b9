// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { forecast, leadTimeDemand, quantileOf } from './index.ts'

/** The comment behind each line of the answer, as the README promises it. */
function promisedIn(code: string): Record<string, string | number> {
  const lines = [...code.matchAll(/^ {2}(\w+): .*\/\/ +(.+)$/gm)]
  return Object.fromEntries(
    lines.map(([, name = '', value = '']) => [name, value.startsWith("'") ? value.slice(1, -1) : Number(value)]),
  )
}

test('the example in the README gives the answers written beside it', () => {
  const text = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  const body = `${code.replace(/^import .*$/m, '')}\nreturn answer`
  const run = new Function('forecast', 'leadTimeDemand', 'quantileOf', body)
  const promised = promisedIn(code)
  expect(Object.keys(promised)).toHaveLength(6)
  expect(run(forecast, leadTimeDemand, quantileOf)).toEqual(promised)
})
