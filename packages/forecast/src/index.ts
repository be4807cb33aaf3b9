// SPDX-License-Identifier: Apache-2.0
export { classifyDemand } from './demand/classify.ts'
export { type LeadTimeDemand, type LeadTimeOptions, leadTimeDemand, quantileOf } from './demand/lead-time.ts'
export { coverage, mase, naiveError, naiveSquaredError, pinball, rmsse, smape } from './evaluate/metrics.ts'
export { type Fold, rollingOrigin } from './evaluate/rolling-origin.ts'
export { type StockOutcome, simulateStock } from './evaluate/simulate-stock.ts'
export { forecast, MINIMUM_HISTORY } from './forecast.ts'
export { type MinimumTraceMethod, minimumTrace } from './hierarchy/minimum-trace.ts'
export { roundCoherently } from './hierarchy/round-coherently.ts'
export { type NamedStructure, type SummingStructure, structureBy, sumUp } from './hierarchy/structure.ts'
export { averageProportions, topDown, topDownByForecasts } from './hierarchy/top-down.ts'
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
export {
  type BacktestSummary,
  type CalendarEvent,
  type DemandClass,
  type EventEffect,
  type Fit,
  type Forecast,
  type ForecastOptions,
  type ForecastResult,
  MODEL_NAMES,
  type Model,
  type ModelName,
  type ModelScore,
} from './types.ts'
export { VERSION } from './version.ts'
