// SPDX-License-Identifier: Apache-2.0
// `node tools/evidence/smaller.ts FOLDER ...`: the same pictures in fewer bytes, to the last pixel. A browser's screenshots
// are written in a hurry; here opacity goes where all is opaque, 256 colours or fewer become a palette, and each line takes
// the filter that suits it. A picture that does not get smaller stays as it is.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

type Pixels = { readonly width: number; readonly height: number; readonly channels: number; readonly data: Buffer }

for (const folder of process.argv.slice(2)) {
  let before = 0
  let after = 0
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.png'))) {
    const old = await readFile(join(folder, name))
    const pixels = decoded(old)
    const made = pixels && encoded(withoutOpacity(pixels))
    before += old.length
    after += made && made.length < old.length ? made.length : old.length
    if (made && made.length < old.length) await writeFile(join(folder, name), made)
  }
  console.log(`${folder}: ${Math.round(before / 1000)} kB, now ${Math.round(after / 1000)} kB`)
}

/** The pixels of a picture of eight bits a channel, not interlaced; undefined for any other. */
function decoded(png: Buffer): Pixels | undefined {
  const [depth, colour, interlaced] = [png[24], png[25], png[28]]
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : 0
  if (depth !== 8 || channels === 0 || interlaced !== 0) return undefined
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const data = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] as number
    for (let x = 0; x < stride; x++) {
      const said = raw[y * (stride + 1) + 1 + x] as number
      data[y * stride + x] =
        said + guess(filter, data, y * stride + x, x >= channels ? channels : 0, y > 0 ? stride : 0)
    }
  }
  return { width, height, channels, data }
}

/** What a filter expects of a byte from its neighbours: those `left` before and `up` before, 0 where there is none. */
function guess(filter: number, data: Buffer, at: number, left: number, up: number): number {
  const a = left > 0 ? (data[at - left] as number) : 0
  const b = up > 0 ? (data[at - up] as number) : 0
  if (filter === 0) return 0
  if (filter === 1) return a
  if (filter === 2) return b
  if (filter === 3) return (a + b) >> 1
  const c = left > 0 && up > 0 ? (data[at - up - left] as number) : 0
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c
}

function withoutOpacity(pixels: Pixels): Pixels {
  const { channels, data } = pixels
  if (channels === 3) return pixels
  const out = Buffer.alloc((data.length / 4) * 3)
  for (let i = 0; i < data.length / 4; i++) {
    if (data[4 * i + 3] !== 255) return pixels
    data.copy(out, 3 * i, 4 * i, 4 * i + 3)
  }
  return { ...pixels, channels: 3, data: out }
}

function encoded(pixels: Pixels): Buffer {
  const palette = pixels.channels === 3 ? paletteOf(pixels) : undefined
  const { width, height, channels, data } = palette?.pixels ?? pixels
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, palette ? 3 : channels === 4 ? 6 : 2, 0, 0, 0], 8)
  const tries = [
    filtered(data, width * channels, height, channels, [0]),
    filtered(data, width * channels, height, channels, [0, 1, 2, 3, 4]),
  ]
  const [best] = tries.map((raw) => deflateSync(raw, { level: 9, memLevel: 9 })).sort((a, b) => a.length - b.length)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette.colours)] : []),
    chunk('IDAT', best ?? Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function paletteOf({ width, height, data }: Pixels): { readonly pixels: Pixels; readonly colours: Buffer } | undefined {
  const places = new Map<number, number>()
  const out = Buffer.alloc(width * height)
  for (let i = 0; i < out.length; i++) {
    const colour = data.readUIntBE(3 * i, 3)
    if (!places.has(colour)) places.set(colour, places.size)
    if (places.size > 256) return undefined
    out[i] = places.get(colour) as number
  }
  const colours = Buffer.alloc(3 * places.size)
  for (const [colour, place] of places) colours.writeUIntBE(colour, 3 * place, 3)
  return { pixels: { width, height, channels: 1, data: out }, colours }
}

/** Each line by the filter that leaves the least, by the sum of what is left taken as signed. */
function filtered(data: Buffer, stride: number, height: number, channels: number, filters: readonly number[]): Buffer {
  const out = Buffer.alloc((stride + 1) * height)
  const line = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    let least = Number.POSITIVE_INFINITY
    for (const filter of filters) {
      let total = 0
      for (let x = 0; x < stride; x++) {
        const at = y * stride + x
        line[x] = (data[at] as number) - guess(filter, data, at, x >= channels ? channels : 0, y > 0 ? stride : 0)
        const left = line[x] as number
        total += left < 128 ? left : 256 - left
      }
      if (total >= least) continue
      least = total
      out[y * (stride + 1)] = filter
      line.copy(out, y * (stride + 1) + 1)
    }
  }
  return out
}

function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(12 + body.length)
  out.writeUInt32BE(body.length, 0)
  out.write(name, 4, 'latin1')
  body.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length)
  return out
}
