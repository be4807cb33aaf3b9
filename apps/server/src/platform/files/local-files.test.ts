// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileStore, OwnFiles } from './files.ts'
import { localFiles } from './local-files.ts'

let folder = ''
let store: FileStore
let files: OwnFiles
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resham-files-'))
  store = localFiles(folder)
  files = store.of('0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* content(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}

test('the same content is kept once, and only the first to bring it brings it fresh', async () => {
  const first = await files.put(content('kites'), 100)
  const second = await files.put(content('kites'), 100)
  expect([first.fresh, second.fresh, second.hash]).toEqual([true, false, first.hash])
})

test('what is taken away is gone, and taking it away again changes nothing', async () => {
  const { hash } = await files.put(content('drums'), 100)
  await files.remove(hash)
  await files.remove(hash)
  await expect(files.open(hash)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'platform.not-found' })
})

test('what one owner handed in is not there for another, and goes with its owner alone', async () => {
  const other = store.of('0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a11')
  const { hash } = await files.put(content('reels'), 100)
  await expect(other.open(hash)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'platform.not-found' })
  expect((await other.put(content('reels'), 100)).fresh).toBe(true)
  await files.removeAll()
  await expect(files.open(hash)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'platform.not-found' })
  expect((await other.open(hash)[Symbol.asyncIterator]().next()).done).toBe(false)
})

test('an owner whose name is a path is nobody', () => {
  expect(() => store.of('../../../etc/aaaaaaaaaaaaaaaaaaaaaaaaaa')).toThrow('platform.not-found')
})
