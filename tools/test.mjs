// SPDX-License-Identifier: Apache-2.0
// `npm test`: set-up, the checks, the pages, then every test in one run. `--no-check` leaves the checks out;
// other arguments go to vitest (a folder, -t "a name").
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, runInPlace, say } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { setUp } from './set-up.mjs'
import { buildWeb } from './web-build.mjs'

process.exitCode = await test(process.argv.slice(2))

async function test(args) {
  const node = await setUp()
  if (node === undefined) return 1

  let checks = 0
  if (!args.includes('--no-check')) checks = await runInPlace(node, [join(root, 'tools/check.ts')])
  if (!(await buildWeb(node))) return 1

  const chromium = await findChromium()
  const folder = mkdtempSync(join(tmpdir(), 'resham-test-'))
  try {
    const report = join(folder, 'report.json')
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const wanted = args.filter((argument) => argument !== '--no-check')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runInPlace(node, [vitest, 'run', ...reporters, ...wanted], {
      env: {
        ...process.env,
        PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
        ...(chromium === undefined ? {} : { RESHAM_CHROMIUM: chromium }),
      },
    })
    if (checks !== 0) say('The checks found faults: see above, or run `npm run check`.')
    const counts = readCounts(report)
    if (counts === undefined) {
      say('The tests ended without a report.')
      return code === 0 ? 1 : code
    }
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
    return code !== 0 ? code : counts.failed > 0 || checks !== 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded holds no tests, yet it has failed: it counts as one. */
function readCounts(path) {
  let report
  try {
    report = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}
