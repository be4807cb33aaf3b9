// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoFiles, photoSizes } from './photo-sizes.ts'

test('no size of a photograph tells where, when or by whom it was taken', async () => {
  const taken = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f3a8f' } })
    .withExif({ IFD0: { Artist: 'Qamar' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 29/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const { files } = await photoSizes(taken)
  for (const name of photoFiles) {
    const about = await sharp(files[name]).metadata()
    expect([about.exif, about.xmp, about.iptc]).toEqual([undefined, undefined, undefined])
    expect(about.format).toBe(name.endsWith('.avif') ? 'heif' : 'webp')
  }
})

test('a photograph smaller than a size stays as it is, and the square for lists is one', async () => {
  const small = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const { width, height, files } = await photoSizes(small)
  expect([width, height]).toEqual([300, 200])
  expect(await sharp(files['page.webp']).metadata()).toMatchObject({ width: 300, height: 200 })
  expect(await sharp(files['thumb.webp']).metadata()).toMatchObject({ width: 160, height: 160 })
})
