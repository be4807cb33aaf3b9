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

/** Which rules are still possible, one bit each, 32 rules to a word. */
type RuleSet = Int32Array

const plainSale: Verdict = { kind: 'sale', ruleId: 'sale' }
/** Answers are kept per distinct text; a file in which every text is new must not fill memory with them. */
const maxKept = 100_000

/**
 * Makes the judge of lines: the verdict of the first rule that fits, or a plain sale.
 *
 * Texts are matched once per distinct text, signs once per combination of signs; what is left for
 * a line is to look up four sets of rules and take the first rule that is in all of them. So a
 * million lines do not cost a million times all patterns.
 */
export function createClassifier(rules: readonly LineRule[]): (subject: RuleSubject) => Verdict {
  const active = rules.filter((rule) => rule.enabled)
  const conditions = active.map((rule) => rule.when)
  const verdicts: Verdict[] = active.map((rule) => ({ kind: rule.kind, ruleId: rule.id }))
  const byDocument = keptByText(conditions, (when) => when.document)
  const byStatus = keptByText(conditions, (when) => when.status)
  const byItem = keptByItem(conditions)
  const bySigns = allSigns(conditions)

  return (subject) => {
    const signs = bySigns[signsOf(subject)]
    if (!signs) return plainSale
    const items = byItem(subject.itemCode, subject.itemName)
    const documents = byDocument(subject.document)
    const statuses = byStatus(subject.status ?? '')
    for (let word = 0; word < signs.length; word++) {
      const left = (signs[word] ?? 0) & (items[word] ?? 0) & (documents[word] ?? 0) & (statuses[word] ?? 0)
      // The lowest bit that is set is the first rule that fits.
      if (left !== 0) return verdicts[word * 32 + 31 - Math.clz32(left & -left)] ?? plainSale
    }
    return plainSale
  }
}

function setOf(conditions: readonly RuleConditions[], isPossible: (when: RuleConditions) => boolean): RuleSet {
  const set = new Int32Array(Math.max(1, Math.ceil(conditions.length / 32)))
  conditions.forEach((when, rule) => {
    if (isPossible(when)) set[rule >> 5] = (set[rule >> 5] ?? 0) | (1 << (rule & 31))
  })
  return set
}

/** Keeps one of equal sets: a hundred thousand texts have a handful of different answers. */
function createSharing(): (set: RuleSet) => RuleSet {
  const sets = new Map<string, RuleSet>()
  return (set) => {
    const name = set.join()
    const known = sets.get(name) ?? set
    sets.set(name, known)
    return known
  }
}

function keptByText(
  conditions: readonly RuleConditions[],
  patternsOf: (when: RuleConditions) => readonly string[] | undefined,
): (text: string) => RuleSet {
  const tests = new Map(conditions.map((when) => [when, anyOf(patternsOf(when))]))
  const shared = createSharing()
  const kept = new Map<string, RuleSet>()
  let lastText: string | undefined
  let lastSet: RuleSet = new Int32Array(0)
  return (text) => {
    if (text === lastText) return lastSet
    let set = kept.get(text)
    if (!set) {
      set = shared(setOf(conditions, (when) => tests.get(when)?.(text) ?? true))
      if (kept.size >= maxKept) kept.clear()
      kept.set(text, set)
    }
    lastText = text
    lastSet = set
    return set
  }
}

function keptByItem(conditions: readonly RuleConditions[]): (code: string, name: string) => RuleSet {
  const tests = new Map(
    conditions.map((when) => [
      when,
      { code: anyOf(when.itemCode), name: anyOf(when.itemName), either: anyOf(when.item) },
    ]),
  )
  const fits = (when: RuleConditions, code: string, name: string) => {
    const test = tests.get(when)
    if (test?.code && !test.code(code)) return false
    if (test?.name && !test.name(name)) return false
    return !test?.either || test.either(code) || test.either(name)
  }
  const shared = createSharing()
  const kept = new Map<string, { readonly name: string; readonly set: RuleSet }>()
  return (code, name) => {
    const known = kept.get(code)
    if (known && known.name === name) return known.set
    const set = shared(setOf(conditions, (when) => fits(when, code, name)))
    if (kept.size >= maxKept) kept.clear()
    kept.set(code, { name, set })
    return set
  }
}

function anyOf(patterns: readonly string[] | undefined): Matches | undefined {
  if (!patterns) return undefined
  const compiled = patterns.map(compilePattern)
  return (text) => compiled.some((fits) => fits(text))
}

const quantitySigns: readonly Sign[] = ['negative', 'zero', 'positive']
const netSigns: readonly (Sign | 'unknown')[] = ['negative', 'zero', 'positive', 'unknown']
const customerSigns = ['absent', 'present'] as const

/** The rules possible under every combination of signs, in the order in which `signsOf` counts them. */
function allSigns(conditions: readonly RuleConditions[]): readonly RuleSet[] {
  return quantitySigns.flatMap((quantity) =>
    netSigns.flatMap((net) =>
      customerSigns.map((customer) =>
        setOf(
          conditions,
          (when) =>
            (when.quantity ?? quantity) === quantity &&
            (when.net ?? net) === net &&
            (when.customer ?? customer) === customer,
        ),
      ),
    ),
  )
}

function signsOf(subject: RuleSubject): number {
  const quantity = subject.quantityMilli < 0 ? 0 : subject.quantityMilli === 0 ? 1 : 2
  const net = !subject.hasMoney ? 3 : subject.netMinor < 0 ? 0 : subject.netMinor === 0 ? 1 : 2
  return (quantity * 4 + net) * 2 + (subject.customer === null ? 0 : 1)
}
