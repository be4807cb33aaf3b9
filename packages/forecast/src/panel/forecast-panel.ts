// SPDX-License-Identifier: Apache-2.0
import { AppError, type Declined, declined } from '@resham/base'
import { predictBoosted } from '@resham/stats'
import { VERSION } from '../version.ts'
import { assemble } from './assemble.ts'
import { fitBands } from './bands.ts'
import { fitMean, judge } from './fit-panel.ts'
import { checkPanel } from './panel-door.ts'
import { predictAll } from './predict-panel.ts'
import type { PanelFit, PanelOptions, PanelResult, PanelSeries } from './types.ts'

/** Rows below which trees learn nothing that a plain model for each series does not know. */
const FEWEST_ROWS = 200

/**
 * Forecasts many series with one model that has learnt from all of them: gradient-boosted trees over what each
 * series, its groups and the calendar say at an origin, which predict multiples of the level of the series.
 *
 * Use it where many series of one kind are short and noisy: the items of a shop. For a few long series `forecast`
 * knows more.
 *
 * @param series  All ending in the same period; any order (the order decides which rows are drawn, and nothing else).
 * @param options See PanelOptions.
 * @returns All series ahead with the fit, or a Declined `history-too-short` with how many rows there were to learn
 *          from. A series of which nothing is known at all is declined alone.
 * @throws  See checkPanel.
 * @source  Montero-Manso and Hyndman, "Principles and algorithms for forecasting groups of time series", IJF 37, 2021
 *          (one model for all); Makridakis, Spiliotis and Assimakopoulos, "M5 accuracy competition", IJF 38, 2022.
 */
export function forecastPanel(series: readonly PanelSeries[], options: PanelOptions): PanelResult | Declined {
  const checked = checkPanel(series, options)
  const panel = assemble(series, checked)
  const fitted = fitMean(panel, checked)
  const learnt = fitted?.learnt.target.length ?? 0
  if (!fitted || learnt < FEWEST_ROWS) return declined('history-too-short', { needed: FEWEST_ROWS, got: learnt })
  const { h, seasonLength, aim, nonNegative, seed, level } = checked
  const fit: PanelFit = {
    kind: 'panel-fit',
    version: 1,
    engine: VERSION,
    seed,
    h,
    seasonLength,
    aim,
    nonNegative,
    features: panel.features.names,
    mean: fitted.final,
    bands: fitBands(fitted.learnt, fitted.judged, level, seed),
    backtest: judge(fitted.judged, predictBoosted(fitted.early, fitted.judged.columns), learnt, fitted.trees),
  }
  return resultOf(series, panel, fit)
}

/**
 * Forecasts from a stored fit: the same panel later, or other series of its kind.
 *
 * @param options Events as for forecastPanel (those of the fit, by name), and the origin counted as it was then.
 * @throws forecast.panel-invalid where the columns, groups or events are not those of the fit, and as checkPanel.
 */
export function forecastPanelFrom(
  fit: PanelFit,
  series: readonly PanelSeries[],
  options: Pick<PanelOptions, 'events' | 'origin'> = {},
): PanelResult {
  const { h, seasonLength } = fit
  const checked = checkPanel(series, { ...options, h, seasonLength })
  const panel = assemble(series, checked, {
    ago: fit.features.includes('season-ago'),
    place: fit.features.includes('season-sine'),
  })
  const { names } = panel.features
  const index = fit.features.findIndex((name, c) => name !== names[c])
  if (index >= 0 || names.length !== fit.features.length) {
    const at = index >= 0 ? index : fit.features.length
    throw new AppError('forecast.panel-invalid', {
      part: 'features',
      needed: fit.features[at] ?? '',
      got: names[at] ?? '',
    })
  }
  return resultOf(series, panel, fit)
}

function resultOf(series: readonly PanelSeries[], panel: ReturnType<typeof assemble>, fit: PanelFit): PanelResult {
  const ahead = predictAll(panel, fit)
  return {
    kind: 'panel',
    engine: 'forecast',
    version: VERSION,
    seed: fit.seed,
    model: 'panel-trees',
    fit,
    series: series.map(({ id }, i) => {
      const said = ahead[i]
      if (said === undefined || said === 'nothing-known')
        return { id, ...declined('history-too-short', { needed: 1, got: 0 }) }
      return { kind: 'forecast', id, ...said }
    }),
  }
}
