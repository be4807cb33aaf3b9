// SPDX-License-Identifier: Apache-2.0

/** The id of the n-th thing of a kind in the stand-in shop. */
export function fakeId(kind: number, n: number): string {
  return `0198f0a2-5b7c-7c11-a${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`
}

/** Amounts in the shop's currency, from whole units. */
export function money(units: number): { minor: string; currency: string } {
  return { minor: String(Math.round(units * 100)), currency: 'PKR' }
}

/** A wave with a little noise that is the same every time: n values around a level. */
export function wave(n: number, level: number, swing: number, seed: number, drift = 0): number[] {
  return Array.from({ length: n }, (_, i) => {
    const noise = Math.sin(seed * 12.9898 + i * 78.233) * 43758.5453
    const shake = (noise - Math.floor(noise) - 0.5) * swing * 0.7
    return Math.max(0, Math.round(level * (1 + drift * i) + Math.sin(i / 4 + seed) * swing + shake))
  })
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
