// SPDX-License-Identifier: Apache-2.0
export { classifyDemand } from './demand/classify.ts'
export { type LeadTimeDemand, type LeadTimeOptions, leadTimeDemand, quantileOf } from './demand/lead-time.ts'
export { coverage, mase, naiveError, naiveSquaredError, pinball, rmsse, smape } from './evaluate/metrics.ts'
export { type Fold, rollingOrigin } from './evaluate/rolling-origin.ts'
export { type StockOutcome, simulateStock } from './evaluate/simulate-stock.ts'
export { forecast, MINIMUM_HISTORY } from './forecast.ts'
export { fitEts } from './models/ets.ts'
export { MODELS, predictFrom } from './models/registry.ts'
export type { EtsOptions } from './smoothing/fit-ets.ts'
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
