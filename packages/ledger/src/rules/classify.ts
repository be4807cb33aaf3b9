// SPDX-License-Identifier: Apache-2.0
import type { LineKind } from '../types.ts'
import { compilePattern, type Matches } from './pattern.ts'
import type { LineRule, RuleConditions, Sign } from './rule.ts'

/** What rules see of a line. */
export type RuleSubject = {
  readonly document: string
  readonly itemCode: string
  readonly itemName: string
  readonly status: string | null
  readonly customer: string | null
  readonly quantityMilli: number
  readonly netMinor: number
  /** False when the file has no money at all: then a value of zero says nothing. */
  readonly hasMoney: boolean
}

/** The verdict of the rules. */
export type Verdict = { readonly kind: LineKind; readonly ruleId: string }

/** A text question of one rule: which rule, and what it asks. */
type TextTest = { readonly rule: number; readonly fits: Matches }

const plainSale: Verdict = { kind: 'sale', ruleId: 'sale' }
/** Answers are kept per distinct text; a file in which every text is new must not fill memory with them. */
const maxKept = 100_000

/**
 * Makes the judge of lines. Questions about texts are asked once per distinct text and kept, so
 * that a million lines cost a million look-ups and not a million times all patterns.
 */
export function createClassifier(rules: readonly LineRule[]): (subject: RuleSubject) => Verdict {
  const active = rules.filter((rule) => rule.enabled)
  const verdicts: Verdict[] = active.map((rule) => ({ kind: rule.kind, ruleId: rule.id }))
  const failsDocument = keptAnswers(testsOf(active, (when) => when.document))
  const failsStatus = keptAnswers(testsOf(active, (when) => when.status))
  const failsItem = keptItemAnswers(active)
  const numeric = active.map((rule) => rule.when)

  return (subject) => {
    const byItem = failsItem(subject.itemCode, subject.itemName)
    const byDocument = failsDocument(subject.document)
    const byStatus = failsStatus(subject.status ?? '')
    for (let i = 0; i < numeric.length; i++) {
      if (byItem[i] || byDocument[i] || byStatus[i]) continue
      const when = numeric[i]
      if (when && numbersFit(when, subject)) return verdicts[i] ?? plainSale
    }
    return plainSale
  }
}

function numbersFit(when: RuleConditions, subject: RuleSubject): boolean {
  if (when.quantity !== undefined && !hasSign(subject.quantityMilli, when.quantity)) return false
  if (when.net !== undefined && (!subject.hasMoney || !hasSign(subject.netMinor, when.net))) return false
  return when.customer === undefined || (when.customer === 'absent') === (subject.customer === null)
}

function hasSign(value: number, sign: Sign): boolean {
  return sign === 'negative' ? value < 0 : sign === 'zero' ? value === 0 : value > 0
}

/** For each rule 1 when its question about the text is answered no; rules that ask nothing stay 0. */
type Answers = Uint8Array

function testsOf(
  rules: readonly LineRule[],
  patternsOf: (when: RuleConditions) => readonly string[] | undefined,
): { readonly count: number; readonly tests: readonly TextTest[] } {
  const tests: TextTest[] = []
  rules.forEach((rule, index) => {
    const patterns = patternsOf(rule.when)
    if (patterns) tests.push({ rule: index, fits: anyOf(patterns) })
  })
  return { count: rules.length, tests }
}

function anyOf(patterns: readonly string[]): Matches {
  const compiled = patterns.map(compilePattern)
  return (text) => compiled.some((fits) => fits(text))
}

function keptAnswers(asked: {
  readonly count: number
  readonly tests: readonly TextTest[]
}): (text: string) => Answers {
  const kept = new Map<string, Answers>()
  let lastText: string | undefined
  let lastAnswers = new Uint8Array(asked.count)
  return (text) => {
    if (text === lastText || asked.tests.length === 0) return lastAnswers
    let answers = kept.get(text)
    if (!answers) {
      answers = new Uint8Array(asked.count)
      for (const test of asked.tests) if (!test.fits(text)) answers[test.rule] = 1
      if (kept.size >= maxKept) kept.clear()
      kept.set(text, answers)
    }
    lastText = text
    lastAnswers = answers as Uint8Array<ArrayBuffer>
    return answers
  }
}

function keptItemAnswers(rules: readonly LineRule[]): (code: string, name: string) => Answers {
  const byCode = testsOf(rules, (when) => when.itemCode).tests
  const byName = testsOf(rules, (when) => when.itemName).tests
  const byEither = testsOf(rules, (when) => when.item).tests
  const kept = new Map<string, { name: string; answers: Answers }>()
  return (code, name) => {
    const known = kept.get(code)
    if (known && known.name === name) return known.answers
    const answers = new Uint8Array(rules.length)
    for (const test of byCode) if (!test.fits(code)) answers[test.rule] = 1
    for (const test of byName) if (!test.fits(name)) answers[test.rule] = 1
    for (const test of byEither) if (!test.fits(code) && !test.fits(name)) answers[test.rule] = 1
    if (kept.size >= maxKept) kept.clear()
    kept.set(code, { name, answers })
    return answers
  }
}
