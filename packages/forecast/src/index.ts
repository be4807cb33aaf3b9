// SPDX-License-Identifier: Apache-2.0

export { deviationAhead, forecastAhead } from './arima/ahead.ts'
export { type AutoArimaOptions, autoArima } from './arima/auto.ts'
export { type FixedOrder, fitArima } from './arima/fixed.ts'
export type { ArimaSolution } from './arima/solution.ts'
export { classifyDemand } from './demand/classify.ts'
export { type LeadTimeDemand, type LeadTimeOptions, leadTimeDemand, quantileOf } from './demand/lead-time.ts'
export { coverage, mase, naiveError, naiveSquaredError, pinball, rmsse, smape } from './evaluate/metrics.ts'
export { type Fold, rollingOrigin } from './evaluate/rolling-origin.ts'
export { type StockOutcome, simulateStock } from './evaluate/simulate-stock.ts'
export { forecast, MINIMUM_HISTORY } from './forecast.ts'
export { MODELS, predictFrom } from './models/registry.ts'
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
