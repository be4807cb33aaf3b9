// SPDX-License-Identifier: Apache-2.0

/**
 * Gradient-boosted regression trees, in the field's words (LightGBM, XGBoost):
 *
 *   column      one feature of all rows, [n]; NaN means "not known" and goes to the side where it does least harm
 *   score       what the trees add up to, before the loss's link: the mean, or the logarithm of the mean
 *   gradient    first derivative of a row's loss with respect to its score; hessian: the second
 */

/** Rows to learn from, by column. */
export type BoostingRows = {
  /** Features, [f][n], all of one length; NaN where not known, never infinite. */
  readonly columns: readonly ArrayLike<number>[]
  /** What to predict, [n], finite. */
  readonly y: ArrayLike<number>
  /** How much each row counts, [n], 0 or more; all 1 when left out. */
  readonly weight?: ArrayLike<number>
  /** Score that each row starts from, [n], when there is a better guess than one number for all. */
  readonly offset?: ArrayLike<number>
}

/**
 * What the trees make small. A plain object without state, so that a caller can bring one of its own.
 */
export type BoostingLoss = {
  readonly name: string
  /** The best single score for all rows. */
  start(y: Float64Array, weight: Float64Array): number
  /** Fills in the derivatives of each row's weighted loss at its score; hessians at least 0. */
  derivatives(
    y: Float64Array,
    score: Float64Array,
    weight: Float64Array,
    gradient: Float64Array,
    hessian: Float64Array,
  ): void
  /** Mean loss over the rows, to stop by. */
  value(y: Float64Array, score: Float64Array, weight: Float64Array): number
  /** 'log' where the prediction is the exponential of the score. */
  readonly link: 'identity' | 'log'
  /**
   * The best value of a leaf from what its rows still lack (y - score), for losses whose second derivative says
   * nothing (absolute, quantile). Without it a leaf is worth -gradients / (hessians + l2).
   */
  leaf?(residual: Float64Array, weight: Float64Array): number
}

/** How the trees grow. */
export type BoostingOptions = {
  readonly loss: BoostingLoss
  /** Trees at most, whole, 1 to 10,000; 200 when left out. */
  readonly trees?: number
  /** Share of each tree's answer that is taken, above 0, at most 1; 0.1 when left out. */
  readonly shrinkage?: number
  /** Leaves of a tree at most, whole, 2 to 4,096; the leaf that gains most is split first. 31 when left out. */
  readonly leaves?: number
  /** Splits between root and leaf at most, whole, 1 to 64; 64 (no limit in practice) when left out. */
  readonly depth?: number
  /** Rows in a leaf at least, whole, 1 or more; 20 when left out. */
  readonly minLeafRows?: number
  /** Sum of hessians in a leaf at least; 1e-3 when left out. */
  readonly minLeafHessian?: number
  /** Added to the hessians of a leaf, 0 or more: shrinks small leaves to 0. 1 when left out. */
  readonly l2?: number
  /** Share of the rows that a tree sees, drawn without replacement; 1 when left out. */
  readonly rowShare?: number
  /** Share of the columns that a tree sees; 1 when left out. */
  readonly columnShare?: number
  /** Bins of a column at most, 2 to 254; 254 when left out. */
  readonly bins?: number
  /** Whole, 0 to 2^32 - 1; 1 when left out. */
  readonly seed?: number
  /**
   * Rows to stop by, and how many trees without a new best to wait; the trees after the best are dropped. A loss that
   * is bound to its rows needs one of its own for them.
   */
  readonly stopping?: { readonly rows: BoostingRows; readonly patience: number; readonly loss?: BoostingLoss }
}

/**
 * One tree, its inner nodes numbered from 0 (the root), parents before children.
 *
 * A child number c >= 0 is an inner node; c < 0 is the leaf ~c. A tree without a split has one leaf.
 */
export type Tree = {
  /** Column tested, per inner node. */
  readonly feature: readonly number[]
  /** A value up to and including this one goes left. */
  readonly threshold: readonly number[]
  /** 1 where "not known" goes left. */
  readonly unknownLeft: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Value per leaf, shrinkage included. */
  readonly leaf: readonly number[]
}

/** A model as versioned JSON. */
export type BoostedTrees = {
  readonly kind: 'boosted-trees'
  readonly version: 1
  readonly loss: string
  readonly link: 'identity' | 'log'
  readonly seed: number
  /** How many columns a row must have. */
  readonly features: number
  /** Score before the first tree; 0 when rows brought offsets. */
  readonly start: number
  readonly trees: readonly Tree[]
}
