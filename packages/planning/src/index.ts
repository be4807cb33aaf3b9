// SPDX-License-Identifier: Apache-2.0
export { analyse, analyseAll } from './analyse.ts'
export { outlookOfItem } from './outlook.ts'
export { withinBudget } from './replenish/budget.ts'
export { type PlanItemSettings, type PlannedItem, planItem } from './replenish/plan-item.ts'
export { DEFAULT_SUPPLY } from './replenish/supply.ts'
export { type Sentence, type SentenceCode, sentenceCodes, type ValueKind } from './sentences.ts'
export type * from './types.ts'
export { VERSION } from './version.ts'
