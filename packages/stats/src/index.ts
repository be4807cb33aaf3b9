// SPDX-License-Identifier: Apache-2.0
export { goldenSection, type Minimum1 } from './golden-section.ts'
export { type Minimum, nelderMead } from './nelder-mead.ts'
export { normalCdf, normalQuantile } from './normal.ts'
export { median, medianAbsoluteDeviation, quantile, quantileOfSorted } from './quantiles.ts'
export { type Line, leastSquares, lineThrough, solvePositive } from './regression.ts'
export { studentQuantile } from './student.ts'
export { mean, standardDeviation, sum, variance } from './sums.ts'
