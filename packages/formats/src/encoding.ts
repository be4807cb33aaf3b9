// SPDX-License-Identifier: Apache-2.0

/** Encodings in which people's files really arrive. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256'

/** What the head of a text says about its encoding. */
export type EncodingGuess = {
  readonly encoding: Encoding
  readonly hasBom: boolean
  /** True when the head holds both real UTF-8 and bytes that cannot be UTF-8. */
  readonly mixed: boolean
  /** True when the head holds what no text holds. */
  readonly binary: boolean
}

/** Guesses the encoding from the first bytes (64 kB or more is a good head). */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  const text = { hasBom: false, mixed: false, binary: false }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { ...text, encoding: 'utf-8', hasBom: true, mixed: utf8Census(head).invalid > 0 }
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { ...text, encoding: 'utf-16le', hasBom: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { ...text, encoding: 'utf-16be', hasBom: true }

  const zeros = zeroShares(head)
  if (zeros.odd > 0.1 && zeros.even < 0.02) return { ...text, encoding: 'utf-16le' }
  if (zeros.even > 0.1 && zeros.odd < 0.02) return { ...text, encoding: 'utf-16be' }
  if (zeros.odd + zeros.even > 0) return { ...text, encoding: 'windows-1252', binary: true }

  const census = utf8Census(head)
  const binary = census.control > head.length / 100
  if (census.invalid === 0) return { ...text, encoding: 'utf-8', binary }
  if (census.multibyte >= census.invalid) return { ...text, encoding: 'utf-8', mixed: true, binary }
  const encoding = looksArabic(head) ? 'windows-1256' : 'windows-1252'
  // A few byte pairs of a single-byte text pass for UTF-8 by chance; a tenth of them do not.
  return { ...text, encoding, mixed: census.multibyte * 10 > census.invalid, binary }
}

/** Share of zero bytes at even and at odd places. */
function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  const pairs = Math.max(1, bytes.length / 2)
  return { even: even / pairs, odd: odd / pairs }
}

/** Counts well-formed multi-byte sequences, bytes that fit none, and control characters. */
function utf8Census(bytes: Uint8Array): { multibyte: number; invalid: number; control: number } {
  let multibyte = 0
  let invalid = 0
  let control = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) {
      if (lead < 9 || (lead > 13 && lead < 32)) control++
      i++
      continue
    }
    const following =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0
    // The head may end inside a character; that is no fault.
    if (i + following >= bytes.length && following > 0) break
    let good = following > 0
    for (let k = 1; k <= following && good; k++) good = ((bytes[i + k] ?? 0) & 0xc0) === 0x80
    if (good) multibyte++
    else invalid++
    i += good ? following + 1 : 1
  }
  return { multibyte, invalid, control }
}

/**
 * Tells Arabic script from Latin in a single-byte text: Arabic words are runs of high bytes,
 * accented Latin letters stand alone among plain ones.
 */
function looksArabic(bytes: Uint8Array): boolean {
  let high = 0
  let inRuns = 0
  let run = 0
  for (let i = 0; i <= bytes.length; i++) {
    if ((bytes[i] ?? 0) >= 0x80) {
      run++
      continue
    }
    high += run
    if (run >= 3) inRuns += run
    run = 0
  }
  return inRuns > high / 2
}
