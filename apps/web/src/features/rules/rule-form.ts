// SPDX-License-Identifier: Apache-2.0
import { type LineRule, lineKinds } from '@resham/contract'
import type { Static } from 'typebox'
import { textOf } from '#lib/problem.ts'

export type Rule = Static<typeof LineRule>

/** Where a person's own pattern may look. */
export const ruleFields = ['item', 'itemCode', 'itemName', 'document', 'status'] as const

/** Begins the id of a rule that a person added. */
const own = 'own-'

/** True for a rule that a person added, which they may also take away. */
export function isOwnRule(rule: Pick<Rule, 'id'>): boolean {
  return rule.id.startsWith(own)
}

/** The rules with one of them switched on or off. */
export function switched(rules: readonly Rule[], form: FormData): Rule[] {
  const id = textOf(form, 'rule')
  return rules.map((rule) => (rule.id === id ? { ...rule, enabled: form.get('enabled') === 'yes' } : rule))
}

/** The rule a person wrote: one kind, one place to look, a pattern a line. */
export function ownRule(rules: readonly Rule[], form: FormData): Rule {
  const field = ruleFields.find((name) => name === form.get('field')) ?? 'item'
  const patterns = textOf(form, 'patterns')
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const taken = rules.filter(isOwnRule).map(({ id }) => Number(id.slice(own.length)) || 0)
  return {
    id: `${own}${Math.max(0, ...taken) + 1}`,
    enabled: true,
    kind: lineKinds.find((kind) => kind === form.get('kind')) ?? 'ignored',
    when: { [field]: patterns },
  }
}
