// SPDX-License-Identifier: Apache-2.0
// Plants one fault for each rule of boundaries.cjs in a small house and asks dependency-cruiser to find them.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const boundaries: { forbidden: { name: string }[] } = createRequire(import.meta.url)(join(root, 'boundaries.cjs'))
const server = 'apps/server/src'

/** Rule, the file that breaks it, what it imports: a path of the project or a package's name. */
const planted: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['packages-base-sees-only-its-list', 'packages/base/src/a.ts', 'packages/stats/src/index.ts'],
  ['packages-stats-sees-only-its-list', 'packages/stats/src/a.ts', 'packages/forecast/src/index.ts'],
  ['packages-forecast-sees-only-its-list', 'packages/forecast/src/a.ts', 'packages/planning/src/index.ts'],
  ['packages-formats-sees-only-its-list', 'packages/formats/src/a.ts', 'typebox'],
  ['packages-ledger-sees-only-its-list', 'packages/ledger/src/a.ts', 'fflate'],
  ['packages-planning-sees-only-its-list', 'packages/planning/src/a.ts', 'packages/ledger/src/index.ts'],
  ['packages-bookkeeping-sees-only-its-list', 'packages/bookkeeping/src/a.ts', 'packages/pack-kit/src/index.ts'],
  ['packages-matching-sees-only-its-list', 'packages/matching/src/a.ts', 'packages/planning/src/index.ts'],
  ['packages-pack-kit-sees-only-its-list', 'packages/pack-kit/src/a.ts', 'packs/pk/src/index.ts'],
  ['packages-contract-sees-only-its-list', 'packages/contract/src/a.ts', 'packages/pack-kit/src/index.ts'],
  ['packages-sample-shop-sees-only-its-list', 'packages/sample-shop/src/a.ts', 'packages/ledger/src/index.ts'],
  ['packs-are-data', 'packs/pk/src/a.ts', 'packages/stats/src/index.ts'],
  ['packs-are-data', 'packs/pk/src/b.ts', 'packs/zz/src/index.ts'],
  ['pure-rooms-do-no-io', 'packages/stats/src/b.ts', 'node:fs'],
  ['pure-rooms-do-no-io', 'packs/pk/src/c.ts', 'node:crypto'],
  ['module-items-keeps-the-order', `${server}/modules/items/items.service.ts`, `${server}/modules/sales/index.ts`],
  ['module-sales-keeps-the-order', `${server}/modules/sales/a.ts`, `${server}/modules/items/index.ts`],
  ['module-rates-keeps-the-order', `${server}/modules/rates/a.ts`, `${server}/modules/books/index.ts`],
  ['module-books-keeps-the-order', `${server}/modules/books/b.ts`, `${server}/modules/sales/index.ts`],
  ['module-calendar-keeps-the-order', `${server}/modules/calendar/a.ts`, `${server}/modules/items/index.ts`],
  ['module-outlook-keeps-the-order', `${server}/modules/outlook/a.ts`, `${server}/modules/imports/index.ts`],
  ['module-plan-keeps-the-order', `${server}/modules/plan/a.ts`, `${server}/modules/outlook/index.ts`],
  ['module-market-keeps-the-order', `${server}/modules/market/a.ts`, `${server}/modules/sales/index.ts`],
  ['module-destinations-keeps-the-order', `${server}/modules/destinations/a.ts`, `${server}/modules/sales/index.ts`],
  ['module-moves-keeps-the-order', `${server}/modules/moves/a.ts`, `${server}/modules/outlook/index.ts`],
  ['module-matching-keeps-the-order', `${server}/modules/matching/a.ts`, `${server}/modules/outlook/index.ts`],
  ['module-tidy-keeps-the-order', `${server}/modules/tidy/a.ts`, `${server}/modules/outlook/index.ts`],
  ['module-parties-keeps-the-order', `${server}/modules/parties/a.ts`, `${server}/modules/items/index.ts`],
  ['module-stock-keeps-the-order', `${server}/modules/stock/a.ts`, `${server}/modules/documents/index.ts`],
  ['module-taxes-keeps-the-order', `${server}/modules/taxes/a.ts`, `${server}/modules/documents/index.ts`],
  ['module-documents-keeps-the-order', `${server}/modules/documents/a.ts`, `${server}/modules/selling/index.ts`],
  ['module-selling-keeps-the-order', `${server}/modules/selling/a.ts`, `${server}/modules/buying/index.ts`],
  ['module-buying-keeps-the-order', `${server}/modules/buying/a.ts`, `${server}/modules/selling/index.ts`],
  ['module-counter-keeps-the-order', `${server}/modules/counter/a.ts`, `${server}/modules/selling/index.ts`],
  ['module-fiscal-keeps-the-order', `${server}/modules/fiscal/a.ts`, `${server}/modules/selling/index.ts`],
  ['module-banking-keeps-the-order', `${server}/modules/banking/a.ts`, `${server}/modules/matching/index.ts`],
  ['module-paste-keeps-the-order', `${server}/modules/paste/a.ts`, `${server}/modules/counter/index.ts`],
  ['module-cash-keeps-the-order', `${server}/modules/cash/a.ts`, `${server}/modules/matching/index.ts`],
  ['module-ask-keeps-the-order', `${server}/modules/ask/a.ts`, `${server}/modules/items/index.ts`],
  ['module-imports-keeps-the-order', `${server}/modules/imports/a.ts`, `${server}/modules/plan/index.ts`],
  ['module-sample-keeps-the-order', `${server}/modules/sample/a.ts`, `${server}/modules/outlook/index.ts`],
  ['modules-meet-at-the-index', `${server}/modules/plan/b.ts`, `${server}/modules/items/items.types.ts`],
  ['doors-call-services', `${server}/modules/items/items.routes.ts`, `${server}/modules/items/items.repository.ts`],
  ['doors-call-services', `${server}/modules/items/items.worker.ts`, 'packages/planning/src/index.ts'],
  [
    'repositories-only-read-and-write',
    `${server}/modules/sales/sales.repository.ts`,
    `${server}/modules/sales/sales.service.ts`,
  ],
  [
    'policies-and-mappings-are-pure',
    `${server}/modules/sales/sales.policy.ts`,
    `${server}/modules/sales/sales.repository.ts`,
  ],
  ['only-services-know-both-sides', `${server}/modules/items/b.ts`, `${server}/modules/items/items.repository.ts`],
  ['platform-knows-no-business-noun', `${server}/platform/a.ts`, `${server}/modules/items/index.ts`],
  ['only-main-builds-everything', `${server}/platform/b.ts`, `${server}/main/start.ts`],
  ['web-asks-the-api-only', 'apps/web/src/a.ts', 'packages/forecast/src/index.ts'],
  ['web-asks-the-api-only', 'apps/web/src/b.ts', `${server}/main/start.ts`],
  ['cli-needs-no-server', 'apps/cli/src/a.ts', `${server}/main/start.ts`],
  ['packages-know-no-app', 'packages/stats/src/c.test.ts', 'apps/cli/src/b.ts'],
  ['tools-are-run-not-imported', 'apps/cli/src/b.ts', 'tools/start.ts'],
  ['tests-are-not-imported', 'packages/stats/src/d.ts', 'packages/stats/src/d.test.ts'],
  ['everything-resolves', 'packages/stats/src/e.ts', 'packages/stats/src/nowhere.ts'],
]

/** Imports that the rules allow. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ['packages/stats/src/good.ts', 'packages/base/src/index.ts'],
  ['packages/formats/src/good.ts', 'fflate'],
  ['packages/pack-kit/src/good.ts', 'typebox'],
  ['packages/stats/src/good.test.ts', 'node:fs'],
  ['packages/stats/bench/good.ts', 'node:fs'],
  ['packs/zz/src/good.ts', 'packages/pack-kit/src/index.ts'],
  [`${server}/modules/plan/plan.service.ts`, `${server}/modules/items/index.ts`],
  [`${server}/modules/plan/plan.service.ts`, 'packages/planning/src/index.ts'],
  [`${server}/modules/plan/plan.routes.ts`, `${server}/modules/plan/plan.service.ts`],
  [`${server}/main/start.ts`, `${server}/modules/items/index.ts`],
  ['apps/web/src/good.ts', 'packages/contract/src/index.ts'],
  ['apps/cli/src/good.ts', 'packages/forecast/src/index.ts'],
]

let house = ''
const found = new Set<string>()

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'resham-boundaries-'))
  build()
  for (const { rule, from, to } of violations()) found.add(`${rule.name}: ${from} -> ${to}`)
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(planted)('%s catches %s importing %s', (rule, from, to) => {
  expect([...found]).toContainEqual(expect.stringMatching(ending(rule, from, to)))
})

test.each(allowed)('%s may import %s', (from, to) => {
  const faults = [...found].filter((line) => ending('.*', from, to).test(line))
  expect(faults).toEqual([])
})

test('two files that need each other are a cycle; types apart', () => {
  expect([...found].filter((line) => line.startsWith('no-cycles: packages/base/src/ring'))).not.toEqual([])
  expect([...found].filter((line) => line.startsWith('no-cycles: packages/base/src/shape'))).toEqual([])
})

test('each rule has a planted fault', () => {
  const tried = new Set([...planted.map(([rule]) => rule), 'no-cycles'])
  expect(boundaries.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
})

function ending(rule: string, from: string, to: string): RegExp {
  const place = to.includes('/') ? to : to.startsWith('node:') ? to.slice('node:'.length) : `node_modules/${to}/`
  const escaped = place.replaceAll('.', '[.]')
  // What cannot be found is reported as it was written.
  const target = rule === 'everything-resolves' ? '[.]/nowhere[.]ts' : escaped
  return new RegExp(`^${rule}: ${from.replaceAll('.', '[.]')} -> ${target}`)
}

function violations(): { rule: { name: string }; from: string; to: string }[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const rooms = ['packages', 'packs', 'apps', 'tools']
  const args = [program, '--config', 'boundaries.cjs', '--output-type', 'json', ...rooms]
  const isFaulty = (error: unknown): error is { stdout: string } => error instanceof Error && 'stdout' in error
  try {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: house, encoding: 'utf8' })).summary.violations
  } catch (error) {
    if (!isFaulty(error)) throw error
    return JSON.parse(error.stdout).summary.violations
  }
}

function build(): void {
  const files = new Map<string, string[]>()
  const add = (path: string, ...lines: string[]) => files.set(path, [...(files.get(path) ?? []), ...lines])
  for (const [from, to] of [...planted.map(([, from, to]) => [from, to] as const), ...allowed]) {
    if (to.includes('/') && !to.endsWith('nowhere.ts')) add(to)
    add(from, `import ${JSON.stringify(to.includes('/') ? pathBetween(from, to) : to)}`)
  }
  add('packages/base/src/ring.ts', "import { b } from './ring-b.ts'", 'export const a = () => b')
  add('packages/base/src/ring-b.ts', "import { a } from './ring.ts'", 'export const b = () => a')
  add('packages/base/src/shape.ts', "import type { B } from './shape-b.ts'", 'export type A = B | 1')
  add('packages/base/src/shape-b.ts', "import type { A } from './shape.ts'", 'export type B = A | 2')
  for (const name of ['fflate', 'typebox']) {
    add(`node_modules/${name}/index.js`, 'export {}')
    add(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
    )
  }
  add(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "NodeNext", "allowImportingTsExtensions": true, "noEmit": true } }',
  )
  for (const [path, lines] of files) {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), [...lines, path.endsWith('.ts') ? 'export {}' : '', ''].join('\n'))
  }
  cpSync(join(root, 'boundaries.cjs'), join(house, 'boundaries.cjs'))
}

function pathBetween(from: string, to: string): string {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
