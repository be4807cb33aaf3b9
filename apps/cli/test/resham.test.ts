// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resham } from './resham.testing.ts'

const room = resolve(import.meta.dirname, '..')

describe('the program', () => {
  test('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'))
    expect(await resham(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test('without a command it shows its help and counts that as a wrong command line', async () => {
    const [bare, asked] = await Promise.all([resham([]), resham(['--help'])])
    expect(bare).toEqual({ ...asked, code: 1 })
    expect(asked.code).toBe(0)
  })

  test.each(['plan', 'forecast', 'import'])('%s has help in both languages', async (name) => {
    const [en, ur, same] = await Promise.all([
      resham([name, '--help']),
      resham([name, '--help', '--lang', 'ur']),
      resham(['help', name]),
    ])
    expect(en.out).toContain(`resham ${name}`)
    expect(ur.out).toMatch(/[\u0600-\u06ff]/)
    expect([en.code, ur.code]).toEqual([0, 0])
    expect(same.out).toBe(en.out)
  })

  test('works through a link, from another folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'resham-link-'))
    const link = join(folder, 'resham')
    symlinkSync(join(room, 'bin/resham.mjs'), link)
    expect(execFileSync(link, ['--version'], { cwd: folder, encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  const olderNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path) && majorOf(path) < 24)
  test.runIf(olderNode)('an older Node hands over: pipes and exit codes are kept', () => {
    const run = (input: string) =>
      execFileSync(olderNode ?? '', [join(room, 'bin/resham.mjs'), 'forecast'], {
        input,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(JSON.parse(run('{"id":"a","y":[1]}'))).toMatchObject({ id: 'a', declined: {} })
    expect(() => run('nope')).toThrow(expect.objectContaining({ status: 2 }))
  })
})

describe('the catalogues', () => {
  const catalogue = (language: string): Record<string, string> =>
    JSON.parse(readFileSync(join(room, `src/i18n/${language}.json`), 'utf8'))
  const placeholders = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

  test('say the same things, with the same values, in both languages', () => {
    const en = catalogue('en')
    const ur = catalogue('ur')
    expect(Object.keys(ur)).toEqual(Object.keys(en))
    const differing = Object.keys(en).filter((key) => `${placeholders(en[key])}` !== `${placeholders(ur[key])}`)
    expect(differing).toEqual([])
  })
})

function majorOf(node: string): number {
  return Number(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0])
}
