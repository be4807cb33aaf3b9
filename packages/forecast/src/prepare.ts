// SPDX-License-Identifier: Apache-2.0
import { candidatesFor } from './choice.ts'
import { classifyDemand } from './demand/classify.ts'
import type { CheckedOptions } from './door.ts'
import { estimateEffects } from './effects/calendar.ts'
import { estimateRegressors } from './effects/regressors.ts'
import { isSeasonal } from './smoothing/seasonality.ts'
import type { DemandClass, EventEffect, FitContext, ModelName, RegressorEffect } from './types.ts'
import { dropUnknown, fillUnknown } from './unknown-periods.ts'

/** A series made ready for the models: without events, without holes. */
export type Prepared = {
  /** Ordinary demand, [n]. Periods not known are left out of seldom demand, and filled in otherwise. */
  readonly series: Float64Array
  /** 1 where the series holds a real observation, [n]. */
  readonly known: Uint8Array
  /** As asked; 1 where leaving periods out has lost the place in the season. */
  readonly seasonLength: number
  /** What the models are told besides. */
  readonly context: FitContext
  readonly demand: DemandClass
  /** Whether demand is intermittent or lumpy. */
  readonly seldom: boolean
  readonly candidates: readonly ModelName[]
  readonly effects: readonly EventEffect[]
  /** Multiple of ordinary demand that events make of each period ahead, [h]. */
  readonly factorsAhead: Float64Array
  readonly regressors: readonly RegressorEffect[]
  /** What columns add to each period ahead, after the factors, [h]; 0 where they multiply. */
  readonly amountsAhead: Float64Array
}

/** Models that look only at the values and not at their place in the season. */
const WITHOUT_PLACE: readonly ModelName[] = [
  'demand-combination',
  'theta',
  'tsb',
  'sba',
  'croston',
  'adida',
  'imapa',
  'window-average',
  'simple-smoothing',
  'naive',
]

/** Takes out what events did, settles what to do about unknown periods, and says who may compete. */
export function prepareSeries(y: readonly number[], options: CheckedOptions): Prepared {
  const { h, seasonLength, seasons, models, events, X, known } = options
  const values = Float64Array.from(y, (value, t) => (known[t] === 1 ? value : 0))
  const demand = classifyDemand(dropUnknown(values, known))
  const seldom = demand === 'intermittent' || demand === 'lumpy'
  const { effects, factors } = estimateEffects(values, known, events, seasonLength, h)
  const eventless = factors ? values.map((value, t) => value / (factors[t] as number)) : values
  const columns = estimateRegressors(eventless, known, X, seasonLength, h)
  const ordinary = columns.factors
    ? eventless.map((value, t) => value / (columns.factors?.[t] as number))
    : eventless.map((value, t) => value - (columns.amounts?.[t] ?? 0))
  const filled = fillUnknown(ordinary, known, seasonLength)
  const seasonal = isSeasonal(filled, seasonLength)
  const candidates = models === 'auto' ? candidatesFor(demand, y.length, seasons ?? [seasonLength], seasonal) : models
  const ahead = (part: Float64Array | undefined, none: number) =>
    part?.slice(y.length) ?? new Float64Array(h).fill(none)
  const columnFactors = ahead(columns.factors, 1)
  const factorsAhead = ahead(factors, 1).map((factor, k) => factor * (columnFactors[k] as number))
  const amountsAhead = ahead(columns.amounts, 0)
  const context = seasons ? { seasons } : {}
  const shared = {
    context,
    demand,
    seldom,
    candidates,
    effects,
    factorsAhead,
    regressors: columns.effects,
    amountsAhead,
  }
  if (seldom && candidates.every((name) => WITHOUT_PLACE.includes(name))) {
    const series = dropUnknown(ordinary, known)
    return { ...shared, context: {}, series, known: new Uint8Array(series.length).fill(1), seasonLength: 1 }
  }
  return { ...shared, series: filled, known, seasonLength }
}
