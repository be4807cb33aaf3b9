// SPDX-License-Identifier: Apache-2.0
import { type BoostedTrees, predictBoosted } from '@resham/stats'
import type { AssembledPanel } from './assemble.ts'
import type { PanelFit, PanelForecast } from './types.ts'

/** What the trees say of one series, or that nothing is known of it. */
export type SeriesAhead = Omit<PanelForecast, 'id' | 'kind'> | 'nothing-known'

/**
 * All series ahead, from the end of the panel.
 *
 * A series whose values are all zero stays at zero; one without any value, in a panel without launches, says nothing.
 */
export function predictAll(panel: AssembledPanel, fit: PanelFit): SeriesAhead[] {
  const { tracks, features, levelAt, n } = panel
  const { h } = fit
  const spoken = tracks.map((_, i) => i).filter((i) => levelAt(i, n) !== undefined)
  const columns = features.names.map(() => new Float32Array(spoken.length * h))
  const row = new Float64Array(features.names.length)
  spoken.forEach((i, place) => {
    const level = levelAt(i, n) as number
    for (let step = 0; step < h; step++) {
      features.write(i, n, step, level, row, 0)
      for (let c = 0; c < row.length; c++) (columns[c] as Float32Array)[place * h + step] = row[c] as number
    }
  })
  const floor = fit.nonNegative ? 0 : Number.NEGATIVE_INFINITY
  const say = (trees: BoostedTrees) => (spoken.length > 0 ? predictBoosted(trees, columns) : new Float64Array(0))
  const mean = say(fit.mean)
  const bands = fit.bands.map(({ level, lower, upper, widening }) => ({
    level: String(level),
    low: say(lower).map((value) => value - widening),
    high: say(upper).map((value) => value + widening),
  }))
  const out: SeriesAhead[] = tracks.map(({ born }) => (born < n ? zeros(h, fit) : 'nothing-known'))
  spoken.forEach((i, place) => {
    const level = levelAt(i, n) as number
    const cut = (values: Float64Array) =>
      Array.from(values.subarray(place * h, (place + 1) * h), (value) => Math.max(floor, value * level))
    const middle = cut(mean)
    out[i] = {
      mean: middle,
      ...nested(
        middle,
        bands.map((band) => ({ ...band, low: cut(band.low), high: cut(band.high) })),
      ),
    }
  })
  return out
}

/** Ends in order: no narrower level reaches beyond a wider one, and the mean lies within all. */
function nested(
  mean: readonly number[],
  bands: readonly { level: string; low: number[]; high: number[] }[],
): Pick<PanelForecast, 'lo' | 'hi'> {
  const lo: Record<string, number[]> = {}
  const hi: Record<string, number[]> = {}
  let low = mean
  let high = mean
  for (const band of [...bands].sort((a, b) => Number(a.level) - Number(b.level))) {
    low = band.low.map((value, k) => Math.min(value, low[k] as number))
    high = band.high.map((value, k) => Math.max(value, high[k] as number))
    lo[band.level] = [...low]
    hi[band.level] = [...high]
  }
  return { lo, hi }
}

function zeros(h: number, fit: PanelFit): Omit<PanelForecast, 'id' | 'kind'> {
  const none = () => new Array<number>(h).fill(0)
  const ends = () => Object.fromEntries(fit.bands.map(({ level }) => [String(level), none()]))
  return { mean: none(), lo: ends(), hi: ends() }
}
