// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@resham/base'
import { importEndpoints, type ReplyOf } from '@resham/contract'
import type { Command } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { startBar } from '../terminal/bar.ts'
import { ask, platformAddress } from './platform-client.ts'

type ImportState = ReplyOf<typeof importEndpoints.read>

/** How often progress is asked for: soon at first, so that a small file is over at once. */
const pauses = [100, 200, 400, 700, 1000]

/** `resham import`: a sales file into the books of a running platform, through its API. */
export const importCommand: Command = {
  name: 'import',
  grammar: {
    options: { business: 'value', url: 'value', token: 'value' },
    operands: { least: 1, most: 1, name: 'LEDGER' },
  },
  async run(given, { output, status, speak, environment }) {
    const path = given.operands[0] as string
    const business = given.values.get('business')
    if (business === undefined) throw new AppError('cli.option-missing', { option: '--business' })
    const token = given.values.get('token') ?? environment.RESHAM_TOKEN
    if (!token) throw new AppError('cli.option-token-missing')
    const address = platformAddress(given.values.get('url') ?? environment.RESHAM_URL ?? 'http://127.0.0.1:4173', token)
    const bytes = await sizeOf(path)

    const bar = startBar(status)
    try {
      const uploaded = await ask<ImportState>(address, importEndpoints.upload, {
        params: { business },
        query: { fileName: basename(path) },
        bytes: counted(createReadStream(path), (sent) => bar.show(sent / bytes, speak('import.sending'))),
      })
      const params = { business, import: uploaded.id }
      let state = await ask<ImportState>(address, importEndpoints.start, { params, body: {} })
      for (let i = 0; !isOver(state); i++) {
        bar.show(state.progress.bytesRead / bytes, speak('import.loading', { lines: state.progress.lines }))
        await pause(pauses[Math.min(i, pauses.length - 1)])
        state = await ask<ImportState>(address, importEndpoints.read, { params })
      }
      bar.clear()
      if (state.state !== 'done' || state.result === null) {
        throw new AppError('cli.platform-import-failed', {
          state: state.state,
          code: state.error?.code ?? '',
          details: JSON.stringify(state.error?.details ?? {}),
        })
      }
      const { lines, added, alreadyKnown, bad } = state.result
      await output.write(`${speak('import.done', { lines, added, alreadyKnown, bad })}\n`)
      return exitCodes.done
    } finally {
      bar.clear()
    }
  },
}

function isOver(state: { readonly state: ImportState['state'] }): boolean {
  return state.state === 'done' || state.state === 'failed' || state.state === 'cancelled'
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause) => {
    throw new AppError('cli.file-unreadable', { path, why: String(cause?.code ?? cause) }, { cause })
  })
  if (!found.isFile()) throw new AppError('cli.file-not-on-disk', { path })
  if (found.size === 0) throw new AppError('formats.empty')
  return found.size
}

async function* counted(chunks: AsyncIterable<Uint8Array>, show: (sent: number) => void): AsyncIterable<Uint8Array> {
  let sent = 0
  for await (const chunk of chunks) {
    sent += chunk.byteLength
    show(sent)
    yield chunk
  }
}
