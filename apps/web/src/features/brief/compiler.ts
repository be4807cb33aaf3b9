// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from '#lib/features/market/png.ts'

let opened: Promise<NodeCompiler> | undefined

/** One compiler a process, with the pages' own faces: opening one takes a tenth of a second, a page a hundredth. */
export function compiler(): Promise<NodeCompiler> {
  opened ??= fontFiles().then((files) =>
    NodeCompiler.create({
      workspace: tmpdir(),
      fontArgs: [{ fontPaths: [...new Set(files.map((file) => join(file, '..')))] }],
    }),
  )
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
