// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { Fit, ModelName } from '../types.ts'
import { boxCox, guerreroLambda } from './box-cox.ts'
import { type Candidate, candidatesOf, type Judgement } from './choose.ts'
import { type Criterion, FORMS, growsByFactor, isStable, needsPositive, type SmoothingForm } from './form.ts'
import { BRIEF, THOROUGH } from './search.ts'
import { storedFit } from './stored.ts'

/** How `fitEts` may go about it; the defaults are those of the model `ets`. */
export type EtsOptions = {
  /** Names of the forms that compete: 'A,N,N', 'M,Ad,M', ... All stable ones without multiplicative trend when left out. */
  readonly forms?: readonly string[]
  /** Whether multiplicative trends compete too, where `forms` is left out. */
  readonly multiplicativeTrend?: boolean
  /** `aicc` when left out. */
  readonly criterion?: Criterion
  /** Weight of errors further ahead in the choice, 0 to 1; 1/2 when left out, 0 for the criterion alone. */
  readonly ahead?: number
  /** `brief` when left out; `thorough` for the likeliest parameters, as R's `ets` looks for. */
  readonly search?: 'brief' | 'thorough'
  /** Transform before fitting, by this lambda or by Guerrero's; additive forms only then. Needs values above zero. */
  readonly boxCox?: number | 'guerrero'
  /** Whether forecasts of a transformed series are means; medians when left out. */
  readonly biasAdjusted?: boolean
}

const ALL = Object.values(FORMS)
const DEFAULT_FORMS = ALL.filter((form) => isStable(form) && !growsByFactor(form))
const WITH_GROWTH = ALL.filter(isStable)
const SIMPLEST = FORMS['A,N,N'] as SmoothingForm

/** A series fitted by several forms: the candidates, best first, the first value used, and the transform, if any. */
export type Fitted = {
  readonly candidates: readonly Candidate[]
  readonly from: number
  readonly transform: Readonly<Record<string, number>>
}

/** Fits all forms that the options let compete. @param y Finite, at least one value. */
export function fitForms(y: Float64Array, seasonLength: number, options: EtsOptions = {}): Fitted {
  const { criterion = 'aicc', ahead = 0.5, search = 'brief' } = options
  const positive = y.every((value) => value > 0)
  const lambda = positive ? lambdaOf(y, seasonLength, options.boxCox) : undefined
  const series = lambda === undefined ? y : y.map((value) => boxCox(value, lambda))
  const forms = formsOf(options).filter((form) => lambda === undefined || !needsPositive(form))
  const judgement: Judgement = { criterion, ahead, effort: search === 'brief' ? BRIEF : THOROUGH }
  const fitted = candidatesOf(series, seasonLength, forms, judgement)
  const some = fitted.candidates.length > 0 ? fitted : candidatesOf(series, seasonLength, [SIMPLEST], judgement)
  const transform = lambda === undefined ? {} : { lambda, biasAdjusted: options.biasAdjusted ? 1 : 0 }
  return { ...some, transform }
}

/** A candidate as JSON, with the transform. */
export function fitOf(model: ModelName, candidate: Candidate, fitted: Fitted, seasonLength: number, n: number): Fit {
  const fit = storedFit(model, candidate, seasonLength, n, fitted.from)
  return { ...fit, parameters: { ...fit.parameters, ...fitted.transform } }
}

function formsOf({ forms, multiplicativeTrend = false }: EtsOptions): readonly SmoothingForm[] {
  if (forms === undefined) return multiplicativeTrend ? WITH_GROWTH : DEFAULT_FORMS
  return forms.map((name) => {
    const form = FORMS[name]
    if (form === undefined) throw new AppError('forecast.model-unknown', { model: name })
    return form
  })
}

function lambdaOf(y: Float64Array, m: number, asked: EtsOptions['boxCox']): number | undefined {
  return asked === 'guerrero' ? guerreroLambda(y, m) : asked
}
