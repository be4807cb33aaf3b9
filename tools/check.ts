// SPDX-License-Identifier: Apache-2.0
// `npm run check`: format, types, boundaries, lint, unused code. Two steps at a time; silent ones are content.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'

type Step = { readonly name: string; readonly command: readonly string[]; readonly in?: string }

const root = resolve(import.meta.dirname, '..')
const program = (path: string) => join(root, 'node_modules', path)
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(`The checks run on Node 24; this is ${process.version}. Use \`npm run check\`, which brings it.`)
  process.exit(1)
}

/** Longest first, so that the last to end is short. */
const steps: readonly Step[] = [
  { name: 'pages', command: [program('svelte-check/bin/svelte-check'), ...svelteArguments()], in: 'apps/web' },
  { name: 'unused code', command: [program('knip/bin/knip.js'), '--no-progress'] },
  { name: 'types of apps and tools', command: [program('@typescript/native/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'types of packages', command: [program('@typescript/native/bin/tsc'), '-p', 'packages/tsconfig.json'] },
  {
    name: 'boundaries',
    command: [
      program('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', 'boundaries.cjs', 'packages', 'packs', 'apps', 'tools'],
    ],
  },
  {
    name: 'format and lint',
    command: [program('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--colors=off'],
  },
  { name: 'house rules', command: [join(root, 'tools/check/run-house-rules.ts')] },
]

function svelteArguments(): string[] {
  return ['--tsgo', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human']
}

process.exitCode = (await check()) ? 0 : 1

async function check(): Promise<boolean> {
  const begun = performance.now()
  // SvelteKit's generated types are in node_modules: an install takes them away.
  const isSynced = await run({ name: 'generated types', command: [kit(), 'sync'], in: 'apps/web' })
  if (!isSynced) return false
  const waiting = [...steps]
  const results: boolean[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await run(step))
  }
  await Promise.all(Array.from({ length: Math.min(4, Math.max(2, availableParallelism())) }, worker))
  const faults = results.filter((isGood) => !isGood).length
  const verdict = faults === 0 ? 'All checks passed' : `${faults} of ${results.length} checks found faults`
  console.log(`${verdict} in ${seconds(begun)}`)
  return faults === 0
}

function kit(): string {
  const own = join(root, 'apps/web/node_modules/@sveltejs/kit/svelte-kit.js')
  return existsSync(own) ? own : program('@sveltejs/kit/svelte-kit.js')
}

/** Runs one step; prints one line, and what the step said when it found faults. */
function run(step: Step): Promise<boolean> {
  const begun = performance.now()
  return new Promise((done) => {
    const child = spawn(process.execPath, [...step.command], {
      cwd: join(root, step.in ?? '.'),
      env: { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => chunks.push(Buffer.from(String(error))))
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok   ' : 'FAULT'}  ${step.name.padEnd(24)} ${seconds(begun)}`)
      if (code !== 0) console.log(Buffer.concat(chunks).toString('utf8').trimEnd())
      done(code === 0)
    })
  })
}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
