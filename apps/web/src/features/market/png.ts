// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { fontOfWoff } from './woff.ts'

/** The faces that pictures are written in: a server may have none of its own. The Urdu one is whole, its Latin included. */
const faces = [
  '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
  '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff',
  '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
  '@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf',
]

let unpacked: Promise<string[]> | undefined

/** The faces as files that the renderer can open, unpacked once a process. */
export function fontFiles(): Promise<string[]> {
  unpacked ??= unpack()
  unpacked.catch(() => {
    unpacked = undefined
  })
  return unpacked
}

async function unpack(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'resham-faces-'))
  const { resolve } = createRequire(import.meta.url)
  return Promise.all(
    faces.map(async (face, index) => {
      if (face.endsWith('.ttf')) return resolve(face)
      const place = join(folder, `${index}.ttf`)
      await writeFile(place, fontOfWoff(await readFile(resolve(face))))
      return place
    }),
  )
}

/** A picture in dots, twice as fine as it is large: sharp on a phone and on paper. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles: await fontFiles(), defaultFontFamily: 'Noto Sans' },
  })
  return image.asPng()
}
