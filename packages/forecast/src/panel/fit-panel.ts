// SPDX-License-Identifier: Apache-2.0
import { type BoostedTrees, type BoostingOptions, fitBoosted, squaredLoss } from '@resham/stats'
import type { AssembledPanel } from './assemble.ts'
import { type PanelRows, rowsOf } from './rows.ts'
import type { PanelBacktest } from './types.ts'
import { typicalLoss } from './typical-loss.ts'

/** Periods of a block looked at, at most. */
const MOST_TARGETS = 8
/** Origins before this have too little behind them to learn from. */
const FIRST_ORIGIN = 12
/** Trees without a better result on the last periods after which growing stops. */
const PATIENCE = 40

/** How the trees grow: picked on weeks 67 to 82 of the ledger in docs/evidence/forecast-panel, before its hold-out. */
const GROWTH = {
  shrinkage: 0.03,
  leaves: 15,
  minLeafHessian: 0,
  l2: 10,
  rowShare: 0.5,
  columnShare: 0.3,
  bins: 64,
} as const satisfies Partial<BoostingOptions>

/** Rows in a leaf at least, as a share of all: a smaller leaf learns single items by heart. */
const LEAST_LEAF_SHARE = 0.004
const LEAST_LEAF_ROWS = 20

/** What the fit is told, all checked. */
export type FitPlan = {
  readonly h: number
  readonly aim: 'mean' | 'typical'
  readonly seed: number
  readonly rows: number
  readonly trees: number
}

/** The trees before and after the last periods were let in, and what they are judged by. */
export type FittedMean = {
  readonly final: BoostedTrees
  readonly early: BoostedTrees
  readonly learnt: PanelRows
  readonly judged: PanelRows
  readonly trees: number
}

/**
 * Fits the trees twice: on all but the last h periods, to find how many trees serve and how well they do; then on all,
 * with that many.
 *
 * @returns undefined where the history holds no block to learn from before one to be judged by.
 */
export function fitMean(panel: AssembledPanel, plan: FitPlan): FittedMean | undefined {
  const { h } = plan
  const last = panel.n - h
  const learnt = rows(panel, plan, blocksUpTo(last - h, h))
  const judged = rows(panel, plan, [last])
  if (learnt.target.length === 0 || judged.target.length === 0) return undefined
  const early = fitTrees(learnt, plan, { trees: plan.trees, judged })
  const trees = Math.max(1, early.trees.length)
  const final = fitTrees(rows(panel, plan, blocksUpTo(last, h)), plan, { trees })
  return { final, early, learnt, judged, trees }
}

function rows(panel: AssembledPanel, plan: FitPlan, blocks: readonly number[]): PanelRows {
  const { h, seed } = plan
  const all = blocks.length * panel.tracks.length * Math.min(MOST_TARGETS, h)
  const share = Math.min(1, plan.rows / Math.max(1, all))
  return rowsOf(panel.tracks, panel.features, panel.levelAt, { blocks, h, targets: MOST_TARGETS, share, seed })
}

/** First periods of the blocks, side by side from the last backwards; a short history gives what it has. */
function blocksUpTo(last: number, h: number): number[] {
  const out: number[] = []
  const first = Math.min(FIRST_ORIGIN, Math.max(1, last))
  for (let start = last; start >= first; start -= h) out.push(start)
  return out
}

function fitTrees(learnt: PanelRows, plan: FitPlan, growth: { trees: number; judged?: PanelRows }): BoostedTrees {
  const { judged, trees } = growth
  const lossOf = (some: PanelRows) => (plan.aim === 'typical' ? typicalLoss(some) : squaredLoss)
  return fitBoosted(boostingRows(learnt), {
    ...GROWTH,
    minLeafRows: Math.max(LEAST_LEAF_ROWS, Math.round(LEAST_LEAF_SHARE * learnt.target.length)),
    loss: lossOf(learnt),
    trees,
    seed: plan.seed,
    ...(judged && { stopping: { rows: boostingRows(judged), patience: PATIENCE, loss: lossOf(judged) } }),
  })
}

function boostingRows({ columns, target, weight, share, levelOverScale }: PanelRows) {
  // Squared errors in scales, weighted by value; brought to mean 1, so that l2 means the same in every panel.
  const raw = weight.map((w, i) => w * (share[i] as number) * (levelOverScale[i] as number) ** 2)
  const mean = raw.reduce((a, b) => a + b, 0) / raw.length || 1
  return { columns, y: target, weight: raw.map((w) => w / mean) }
}

/** The error on the last periods, of predictions and of the level alone. */
export function judge(judged: PanelRows, predicted: Float64Array, learnt: number, trees: number): PanelBacktest {
  const loss = typicalLoss(judged)
  const none = new Float64Array(judged.target.length)
  return {
    trees,
    learnt,
    judged: judged.target.length,
    wrmsse: loss.value(judged.target, predicted, none),
    wrmsseOfLevel: loss.value(
      judged.target,
      none.map(() => 1),
      none,
    ),
  }
}
