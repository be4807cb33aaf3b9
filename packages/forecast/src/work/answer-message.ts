// SPDX-License-Identifier: Apache-2.0
import { type Declined, isAppError, isDeclined } from '@resham/base'
import { forecast } from '../forecast.ts'
import type { Forecast, ForecastOptions } from '../types.ts'

/** A series of a panel. */
export type WorkSeries = { readonly id: string; readonly y: readonly number[] }

/** A batch of series for one worker. Plain data, as messages between threads must be. */
export type WorkMessage = { readonly series: readonly WorkSeries[]; readonly options: ForecastOptions }

/** What a panel needs of a forecast: the fit and the backtest stay in the worker. */
export type WorkForecast = Pick<Forecast, 'kind' | 'model' | 'mean' | 'lo' | 'hi'> & { readonly id: string }

/** A forecast, a refusal, or what is wrong with the series. */
export type WorkAnswer =
  | WorkForecast
  | (Declined & { readonly id: string })
  | {
      readonly kind: 'refused'
      readonly id: string
      readonly code: string
      readonly details: Readonly<Record<string, unknown>>
    }

/**
 * Forecasts a batch of series, one after the other. All that a worker has to do: in a thread of Node
 * `parentPort.on('message', (message) => parentPort.postMessage(answerMessage(message)))`, in a browser
 * `onmessage = ({ data }) => postMessage(answerMessage(data))`.
 *
 * @returns One answer a series, in their order. A series that cannot be forecast does not stop the others.
 */
export function answerMessage({ series, options }: WorkMessage): WorkAnswer[] {
  return series.map(({ id, y }) => {
    try {
      const result = forecast(y, options)
      if (isDeclined(result)) return { ...result, id }
      const { kind, model, mean, lo, hi } = result
      return { kind, id, model, mean, lo, hi }
    } catch (error) {
      if (isAppError(error)) return { kind: 'refused', id, code: error.code, details: error.details }
      throw error
    }
  })
}
