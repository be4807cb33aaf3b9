// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileStore } from './files.ts'
import { localFiles } from './local-files.ts'

let folder = ''
let files: FileStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resham-files-'))
  files = localFiles(folder)
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
