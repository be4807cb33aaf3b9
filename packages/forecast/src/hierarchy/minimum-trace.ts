// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { cholesky, conjugateGradient } from '@resham/stats'
import { shrinkageIntensity } from './shrinkage.ts'
import { checkStructure, type SummingStructure, sumUp } from './structure.ts'

/** Groups up to which the sums are solved at once; beyond, step by step, without a matrix. */
const DENSE_GROUPS = 400
/** No node is taken to be surer than this share of the mean variance: none is certain. */
const LEAST_VARIANCE = 1e-8

/** What is known of the errors: nothing (`ols`), how large they are (`wls-variance`), how they go together (`shrinkage`). */
export type MinimumTraceMethod = 'ols' | 'wls-variance' | 'shrinkage'

/**
 * Makes forecasts of all nodes coherent with the least total variance of error: each gives way in proportion to how
 * unsure it is.
 *
 * @param base    Forecasts of all nodes, [groups + leaves][h], finite.
 * @param options.errors Errors one step ahead of all nodes, [groups + leaves][t]; not needed for `ols`.
 * @param options.intensity How far `shrinkage` draws correlations towards none, 0 to 1, where that is known; otherwise
 *                estimated from the errors.
 * @param options.nonNegative Leaves below zero are set to zero, and the groups summed anew: coherent, no longer least.
 * @returns [groups + leaves][h], sums equal to within rounding of doubles; `roundCoherently` makes them exact.
 * @throws forecast.hierarchy-invalid
 * @source Wickramasuriya, Athanasopoulos and Hyndman, "Optimal forecast reconciliation for hierarchical and grouped
 *         time series through trace minimization", JASA 114, 2019, equation 10 in its form with constraints (appendix
 *         A.3): y - W C' (C W C')^-1 C y, where C y is what the sums lack. Zeros: Di Fonzo and Girolimetto, IJF 39,
 *         2023, "set negative to zero".
 */
export function minimumTrace(
  structure: SummingStructure,
  base: readonly ArrayLike<number>[],
  options: {
    readonly method: MinimumTraceMethod
    readonly errors?: readonly ArrayLike<number>[]
    readonly intensity?: number
    readonly nonNegative?: boolean
  },
): number[][] {
  checkStructure(structure)
  const nodes = structure.groups.length + structure.leaves
  const errors = options.method === 'ols' ? [] : (options.errors ?? [])
  checkMatrix('base', base, nodes)
  if (options.method !== 'ols') checkMatrix('errors', errors, nodes)
  const spread = spreadOf(nodes, errors, options)
  const solve = solver(structure, spread)
  const h = base[0]?.length ?? 0
  const leaves = Array.from({ length: structure.leaves }, () => new Float64Array(h))
  for (let k = 0; k < h; k++) {
    const y = Float64Array.from(base, (row) => row[k] as number)
    const change = timesSpread(spread, spreadOut(structure, solve(lack(structure, y))))
    leaves.forEach((row, leaf) => {
      const at = structure.groups.length + leaf
      const value = (y[at] as number) - (change[at] as number)
      row[k] = options.nonNegative === true && value < 0 ? 0 : value
    })
  }
  return sumUp(structure, leaves)
}

/** The covariance W of the errors: a diagonal, and for `shrinkage` the part made of the errors themselves. */
type Spread = { readonly diagonal: Float64Array; readonly sample: readonly Float64Array[]; readonly share: number }

function spreadOf(
  nodes: number,
  errors: readonly ArrayLike<number>[],
  { method, intensity = shrinkageIntensity(errors) }: { method: MinimumTraceMethod; intensity?: number },
): Spread {
  if (method === 'ols') return { diagonal: new Float64Array(nodes).fill(1), sample: [], share: 0 }
  const variances = Float64Array.from(errors, (row) => {
    let total = 0
    for (let t = 0; t < row.length; t++) total += (row[t] as number) ** 2 / row.length
    return total
  })
  const mean = variances.reduce((a, b) => a + b, 0) / nodes
  const diagonal = variances.map((variance) => Math.max(variance, mean > 0 ? LEAST_VARIANCE * mean : 1))
  if (method === 'wls-variance') return { diagonal, sample: [], share: 0 }
  const periods = errors[0]?.length as number
  const sample = Array.from({ length: periods }, (_, t) => Float64Array.from(errors, (row) => row[t] as number))
  return { diagonal: diagonal.map((variance) => intensity * variance), sample, share: (1 - intensity) / periods }
}

/** W x. */
function timesSpread({ diagonal, sample, share }: Spread, x: Float64Array): Float64Array {
  const out = x.map((value, i) => value * (diagonal[i] as number))
  for (const errors of sample) {
    let product = 0
    for (let i = 0; i < x.length; i++) product += (errors[i] as number) * (x[i] as number)
    for (let i = 0; i < x.length; i++) out[i] = (out[i] as number) + share * product * (errors[i] as number)
  }
  return out
}

/** C y: each group less the sum of its leaves. */
function lack({ groups }: SummingStructure, y: Float64Array): Float64Array {
  return Float64Array.from(groups, (members, g) =>
    members.reduce((rest, leaf) => rest - (y[groups.length + leaf] as number), y[g] as number),
  )
}

/** C' v. */
function spreadOut({ groups, leaves }: SummingStructure, v: Float64Array): Float64Array {
  const out = new Float64Array(groups.length + leaves)
  out.set(v)
  groups.forEach((members, g) => {
    for (const leaf of members) {
      const at = groups.length + leaf
      out[at] = (out[at] as number) - (v[g] as number)
    }
  })
  return out
}

/** Solves (C W C') v = d. */
function solver(structure: SummingStructure, spread: Spread): (d: Float64Array) => Float64Array {
  const count = structure.groups.length
  const times = (v: Float64Array) => lack(structure, timesSpread(spread, spreadOut(structure, v)))
  const matrix = count <= DENSE_GROUPS ? columnsOf(times, count) : undefined
  const factor = matrix && cholesky(matrix, count)
  return (d) => factor?.solve(d) ?? conjugateGradient(times, d)
}

function columnsOf(times: (v: Float64Array) => Float64Array, count: number): Float64Array {
  const matrix = new Float64Array(count * count)
  for (let j = 0; j < count; j++) {
    const unit = new Float64Array(count)
    unit[j] = 1
    matrix.set(times(unit), j * count)
  }
  return matrix
}

function checkMatrix(part: string, rows: readonly ArrayLike<number>[], needed: number): void {
  if (rows.length !== needed) throw new AppError('forecast.hierarchy-invalid', { part, needed, got: rows.length })
  const width = rows[0]?.length ?? 0
  rows.forEach((row, index) => {
    let fine = row.length === width && (part === 'base' || width > 0)
    for (let k = 0; k < row.length; k++) fine &&= Number.isFinite(row[k])
    if (!fine) throw new AppError('forecast.hierarchy-invalid', { part, index })
  })
}
