// SPDX-License-Identifier: Apache-2.0

/**
 * How far to draw the correlations of forecast errors towards none: 1 where the sample says nothing of them.
 *
 * Never forms the matrix of correlations: its squares are added up through the products of periods, of which there are
 * far fewer than nodes.
 *
 * @param errors Errors one step ahead of each node, [nodes][t], t at least 2. Taken to have mean 0.
 * @returns Between 0 and 1.
 * @source Schäfer and Strimmer, "A shrinkage approach to large-scale covariance matrix estimation", Stat. Appl. Genet.
 *         Mol. Biol. 4, 2005; without centring, as Wickramasuriya, Athanasopoulos and Hyndman, JASA 114, 2019, 2.4.
 */
export function shrinkageIntensity(errors: readonly ArrayLike<number>[]): number {
  const periods = errors[0]?.length ?? 0
  if (periods < 2) return 1
  const rows = errors.map(standardised).filter((row) => row !== undefined)
  // Products of periods: between[s][t] = sum over nodes of x_s x_t. Its squares add to those of all correlations.
  let allSquares = 0
  let allFourths = 0
  for (let s = 0; s < periods; s++) {
    for (let t = 0; t <= s; t++) {
      let product = 0
      for (const row of rows) product += (row[s] as number) * (row[t] as number)
      allSquares += (s === t ? 1 : 2) * product * product
      if (s === t) allFourths += product * product
    }
  }
  let ownSquares = 0
  let ownFourths = 0
  for (const row of rows) {
    ownSquares += row.reduce((total, x) => total + x * x, 0) ** 2
    ownFourths += row.reduce((total, x) => total + x ** 4, 0)
  }
  const squares = allSquares - ownSquares
  const variances = (allFourths - ownFourths - squares / periods) / (periods * (periods - 1))
  const correlations = squares / (periods * periods)
  return correlations > 1e-12 * rows.length ? Math.max(0, Math.min(1, variances / correlations)) : 1
}

/** Brought to mean square 1; undefined for a node without errors, which correlates with nothing. */
function standardised(row: ArrayLike<number>): Float64Array | undefined {
  const values = Float64Array.from(row)
  const size = Math.sqrt(values.reduce((total, x) => total + x * x, 0) / values.length)
  return size > 0 ? values.map((x) => x / size) : undefined
}
