// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import sharp from 'sharp'

/** A photograph may have so many pixels: what phones take today, and a little more. */
const mostPixels = 64_000_000

/** Kinds of pictures that phones and cameras make, by what their first bytes say. A drawing (SVG) is none. */
const kinds: readonly string[] = ['jpeg', 'png', 'webp', 'heif', 'gif']

/** The files that a photograph becomes: a square for lists, a page's width, and large enough to look closely. */
export const photoFiles = ['thumb.webp', 'page.avif', 'page.webp', 'full.webp'] as const
export type PhotoFile = (typeof photoFiles)[number]

export type Photo = {
  /** Of the largest file, pixels. */
  readonly width: number
  readonly height: number
  readonly files: Readonly<Record<PhotoFile, Uint8Array>>
}

// One thread a picture: the pages share the machine.
sharp.concurrency(1)

/**
 * Makes a photograph small, upright and plain: what the camera wrote into it (place, time, owner) is left behind.
 *
 * @throws items.photo-unreadable for what is no photograph; items.photo-too-large for more pixels than 64 million
 */
export async function photoSizes(bytes: Uint8Array): Promise<Photo> {
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
  const about = await open()
    .metadata()
    .catch((cause) => refuse(cause))
  if (!kinds.includes(about.format ?? '')) throw new AppError('items.photo-unreadable')
  if ((about.width ?? 0) * (about.height ?? 0) > mostPixels) throw new AppError('items.photo-too-large', { mostPixels })
  try {
    // Everything smaller is made from the largest, which is decoded once.
    const full = await open()
      .autoOrient()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 0 })
      .toBuffer({ resolveWithObject: true })
    const from = () => sharp(full.data)
    const page = () => from().resize({ width: 720, height: 720, fit: 'inside', withoutEnlargement: true })
    const [thumb, pageAvif, pageWebp, large] = await Promise.all([
      from().resize({ width: 160, height: 160, fit: 'cover' }).webp({ quality: 70 }).toBuffer(),
      page().avif({ quality: 50, effort: 2 }).toBuffer(),
      page().webp({ quality: 76 }).toBuffer(),
      from().webp({ quality: 80 }).toBuffer(),
    ])
    return {
      width: full.info.width,
      height: full.info.height,
      files: { 'thumb.webp': thumb, 'page.avif': pageAvif, 'page.webp': pageWebp, 'full.webp': large },
    }
  } catch (cause) {
    return refuse(cause)
  }
}

function refuse(cause: unknown): never {
  const tooMany = /pixel limit/i.test(String(cause))
  throw tooMany
    ? new AppError('items.photo-too-large', { mostPixels }, { cause })
    : new AppError('items.photo-unreadable', {}, { cause })
}
