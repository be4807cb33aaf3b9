// SPDX-License-Identifier: Apache-2.0
import type { Model, ModelName } from '../types.ts'
import { predictAhead, sigmaAhead } from './ahead.ts'
import type { Candidate } from './choose.ts'
import { fitForms, fitOf } from './fit-ets.ts'
import { nameOf } from './form.ts'
import { advanceStored } from './stored.ts'

/**
 * Makes the model of one form. Its parameters are searched briefly (see search.ts); `fitEts` finds the likeliest.
 *
 * @param forms The form's name, and the names of those that take its place where the series does not suit it, in order.
 */
export function smoothingModel(name: ModelName, forms: readonly string[]): Model {
  const [first = 'A,N,N'] = forms
  const seasonal = !first.endsWith('N')
  const shortest = first.includes(',N,') ? 3 : first.includes(',A,') ? 5 : 6

  return {
    name,

    minimumLength(seasonLength) {
      return seasonal ? Math.max(2 * seasonLength, seasonLength + 6) : shortest
    },

    fit(y, seasonLength) {
      const options = { ahead: 0, criterion: 'aic' } as const
      for (const form of forms) {
        const fitted = fitForms(y, seasonLength, { ...options, forms: [form] })
        const [found] = fitted.candidates
        if (found && nameOf(found.form) === form) return fitOf(name, found, fitted, seasonLength, y.length)
      }
      const fitted = fitForms(y, seasonLength, { ...options, forms: ['A,N,N'] })
      return fitOf(name, fitted.candidates[0] as Candidate, fitted, seasonLength, y.length)
    },

    advance: advanceStored,
    predict: predictAhead,
    sigma: sigmaAhead,
  }
}
