// SPDX-License-Identifier: Apache-2.0

export { deviationAhead, forecastAhead } from './arima/ahead.ts'
export { type AutoArimaOptions, autoArima } from './arima/auto.ts'
export { type FixedOrder, fitArima } from './arima/fixed.ts'
export type { ArimaSolution } from './arima/solution.ts'
export { type MstlOptions, mstl, type SeveralSeasons } from './decomposition/mstl.ts'
export { type Decomposition, type StlOptions, stl } from './decomposition/stl.ts'
export { classifyDemand } from './demand/classify.ts'
export {
  forecastWithDemands,
  type LeadTimeDemand,
  type LeadTimeOptions,
  leadTimeDemand,
  quantileOf,
} from './demand/lead-time.ts'
export { eventEffects } from './effects/event-effects.ts'
export { leadsAndLags } from './effects/leads-and-lags.ts'
export { coverage, mase, naiveError, naiveSquaredError, pinball, rmsse, smape } from './evaluate/metrics.ts'
export { type Judged, naive2, type Owa, owa } from './evaluate/owa.ts'
export { type ScoredSeries, smapeOfPanel, wrmsse } from './evaluate/panel-scores.ts'
export {
  crpsOfQuantiles,
  crpsOfSamples,
  intervalScore,
  scaledIntervalScore,
  weightedQuantileLoss,
} from './evaluate/quantile-scores.ts'
export { type Fold, rollingOrigin } from './evaluate/rolling-origin.ts'
export { type StockOutcome, simulateStock } from './evaluate/simulate-stock.ts'
export { type CostedForecast, type PastForecasts, rankByCost } from './evaluate/stock-cost.ts'
export { explain, MINIMUM_EXPLAINED } from './explain/explain.ts'
export { strengthOf } from './explain/strength.ts'
export type {
  ChangePoint,
  ExplainOptions,
  Explanation,
  OneOff,
  Parts,
  Place,
  SeasonStory,
  Strength,
  TrendStory,
} from './explain/types.ts'
export { type Change, type ChangeOfPart, type Window, whatChanged } from './explain/what-changed.ts'
export { forecast, MINIMUM_HISTORY } from './forecast.ts'
export { type MinimumTraceMethod, minimumTrace } from './hierarchy/minimum-trace.ts'
export { roundCoherently } from './hierarchy/round-coherently.ts'
export { type NamedStructure, type SummingStructure, structureBy, sumUp } from './hierarchy/structure.ts'
export { averageProportions, topDown, topDownByForecasts } from './hierarchy/top-down.ts'
export { quantilesOf, samplePaths } from './intervals/paths.ts'
export { fitEts } from './models/ets.ts'
export { MODELS, predictFrom } from './models/registry.ts'
export { forecastPanel, forecastPanelFrom } from './panel/forecast-panel.ts'
export type {
  PanelFit,
  PanelForecast,
  PanelOptions,
  PanelResult,
  PanelSeries,
  PastColumn,
} from './panel/types.ts'
export type { EtsOptions } from './smoothing/fit-ets.ts'
export {
  type BacktestSummary,
  type CalendarEvent,
  type DemandClass,
  type ErrorSpread,
  type EventEffect,
  type Fit,
  type Forecast,
  type ForecastOptions,
  type ForecastResult,
  MODEL_NAMES,
  type Model,
  type ModelName,
  type ModelScore,
  type Regressor,
  type RegressorEffect,
  type StockCosts,
} from './types.ts'
export { VERSION } from './version.ts'
export {
  answerMessage,
  type WorkAnswer,
  type WorkForecast,
  type WorkMessage,
  type WorkSeries,
} from './work/answer-message.ts'
export { forecastMany, type ManyOptions } from './work/forecast-many.ts'
export { type Pool, type Port, type StartPort, startPool } from './work/pool.ts'
