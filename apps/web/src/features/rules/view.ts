// SPDX-License-Identifier: Apache-2.0
import type { Words } from '#lib/i18n/words.ts'
import { ruleInWords } from '../imports/view.ts'
import { isOwnRule, type Rule, ruleFields } from './rule-form.ts'

export type RuleView = {
  readonly id: string
  readonly enabled: boolean
  readonly own: boolean
  /** What it does, in a sentence. */
  readonly sentence: string
  /** Its conditions, each in words. */
  readonly conditions: readonly string[]
}

/** A rule in plain words. */
export function ruleView(rule: Rule, words: Words): RuleView {
  return {
    id: rule.id,
    enabled: rule.enabled,
    own: isOwnRule(rule),
    sentence: ruleInWords(rule.id, words) ?? words.t('rules.own', { kind: words.t(`ledger.kind.${rule.kind}`) }),
    conditions: conditionsInWords(rule, words),
  }
}

function conditionsInWords({ when, kind }: Rule, words: Words): readonly string[] {
  const patterns = ruleFields.flatMap((field) => {
    const list = when[field]
    if (!list) return []
    return [words.t(`rules.when.${field}`, { patterns: list.join(words.t('list.comma')) })]
  })
  const signs = (['quantity', 'net'] as const).flatMap((field) => {
    const sign = when[field]
    return sign ? [words.t(`rules.when.${field}.${sign}`)] : []
  })
  const customer = when.customer ? [words.t(`rules.when.customer.${when.customer}`)] : []
  return [...patterns, ...signs, ...customer, words.t('rules.then', { kind: words.t(`ledger.kind.${kind}`) })]
}
