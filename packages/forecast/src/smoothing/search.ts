// SPDX-License-Identifier: Apache-2.0
import { quasiNewton } from '@resham/stats'
import { isDamped, type SmoothingForm } from './form.ts'
import { kernelOf } from './kernels/kernel-of.ts'
import type { Tape } from './kernels/tape.ts'
import { devianceOf, seedGradient } from './likelihood.ts'
import { type Indices, type States, startStates } from './start.ts'
import { type Moved, type Shares, setTape, Variables } from './variables.ts'

/** How hard to search. */
export type Effort = {
  /** Most turns of the search. */
  readonly turns: number
  /** Fall of the deviance below which it stops. */
  readonly tolerance: number
}

/** To the bottom of the valley: the likeliest parameters. */
export const THOROUGH: Effort = { turns: 300, tolerance: 1e-9 }

/**
 * A few turns from a sensible start. The likeliest parameters of a short series follow its noise; stopping early keeps
 * them near habits that serve most series, as a prior would, and saves time.
 *
 * Turns and start were chosen on the last h values of the training parts of the M3 series, forecast from those before
 * them (2,951 series): MASE of `ets` 1.577, to the bottom 1.598; monthly 0.920 against 0.941.
 */
export const BRIEF: Effort = { turns: 5, tolerance: 1e-3 }

/** What a search over one form found. */
export type Found = {
  readonly form: SmoothingForm
  readonly shares: Shares
  readonly initial: States
  /** See likelihood.ts. */
  readonly deviance: number
}

/** Longest season whose initial indices are searched; a longer one's are those of the decomposition. */
const LONGEST_SEARCHED = 24

/**
 * Searches the parameters and initial states of a form.
 *
 * @param tape     Holds y; at least two seasons where the form has one, above zero where a part multiplies.
 * @param smallest See devianceOf. @param seen See startStates.
 * @returns undefined where no start gives the form a likelihood: its means do not stay above zero.
 */
export function searchForm(
  tape: Tape,
  form: SmoothingForm,
  effort: Effort,
  smallest: number,
  seen: Indices,
): Found | undefined {
  const { y } = tape
  const start = startStates(y, tape.season.length, form, seen)
  const moved: Moved = start.season.length > LONGEST_SEARCHED ? 'line' : 'all'
  const kernel = kernelOf(form)
  const relative = form.error === 'multiplicative'
  let best: Found | undefined
  for (const shares of startsOf(form, effort)) {
    setTape(tape, shares, start)
    if (!kernel.forward(tape) || devianceOf(tape, relative, smallest) === Number.POSITIVE_INFINITY) continue
    const noise = errorSize(tape) || Math.abs(start.level) / 10 || 1
    const variables = new Variables(form, start, moved, noise)
    const z0 = variables.from(shares)
    const value = (z: Float64Array): number => {
      variables.write(z, tape)
      return kernel.forward(tape) ? devianceOf(tape, relative, smallest) : Number.POSITIVE_INFINITY
    }
    const gradient = (z: Float64Array, out: Float64Array): void => {
      seedGradient(tape, relative, smallest)
      kernel.backward(tape)
      variables.readGradient(z, tape, out)
    }
    if (value(z0) === Number.POSITIVE_INFINITY) continue
    const { x, value: deviance } = quasiNewton({ value, gradient }, z0, variables.curvature(z0, y.length), effort)
    if (best === undefined || deviance < best.deviance) {
      best = { form, shares: variables.sharesOf(x), initial: variables.statesOf(x), deviance }
    }
  }
  return best
}

/** Where searches begin: a calm start that suits most series; a thorough one tries a slow and a quick one too. */
function startsOf(form: SmoothingForm, effort: Effort): readonly Shares[] {
  const at = (alpha: number, betaShare: number, gammaShare: number): Shares => ({
    alpha,
    betaShare: form.trend === 'none' ? 0 : betaShare,
    gammaShare: form.season === 'none' ? 0 : gammaShare,
    phi: isDamped(form) ? 0.93 : 1,
  })
  const calm = at(0.3, 0.05, 0.1)
  return effort === BRIEF ? [calm] : [calm, at(0.05, 0.05, 0.02), at(0.8, 0.3, 0.3)]
}

/** Root mean squared error of a tape after its forward pass. */
function errorSize(tape: Tape): number {
  const { error } = tape
  let squares = 0
  for (let t = 0; t < error.length; t++) squares += (error[t] as number) ** 2
  return Math.sqrt(squares / error.length)
}
