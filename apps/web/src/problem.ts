// SPDX-License-Identifier: Apache-2.0
import { passwordLength } from '@resham/contract'
import { type ActionFailure, fail } from '@sveltejs/kit'
import { ApiProblem } from './api.ts'
import { isKey, type Values, type Words } from './i18n/words.ts'

/** A refusal as a form shows it. */
export type FormProblem = {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string
  readonly fields: readonly { readonly path: string; readonly rule: string }[]
}

/** What comes back from an action that was refused: why, and what had been typed. */
export type Refused = { readonly problem: FormProblem; readonly typed: Readonly<Record<string, string>> }

/**
 * Runs the inside of a form action; a refusal of the API goes back to the form with what was typed,
 * except passwords and codes.
 */
export async function refusable<T>(form: FormData, run: () => Promise<T>): Promise<T | ActionFailure<Refused>> {
  try {
    return await run()
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown
    const { code, details, requestId, fields, status } = thrown.problem
    return fail(status, { problem: { code, details, requestId, fields }, typed: typedIn(form) })
  }
}

/** What was typed, to be shown again. Secrets are typed anew. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password|code|current|wanted|secret/i.test(name)) typed[name] = value
  }
  return typed
}

/** The sentence of a refusal, with its numbers. */
export function problemInWords(problem: Pick<FormProblem, 'code' | 'details'>, words: Words): string {
  const key = `errors.${problem.code}`
  const values: Record<string, string | number> = { ...passwordLength }
  for (const [name, value] of Object.entries(problem.details)) {
    if (typeof value === 'number' || typeof value === 'string') values[name] = value
  }
  // A refusal by a table of states says its own reason.
  const refused = `refused.${values.reason}`
  if (problem.code === 'bookkeeping.not-allowed' && isKey(refused)) return words.t(refused)
  return words.t(isKey(key) ? key : 'errors.platform.unexpected', values as Values)
}

/** The sentence beside a field that broke a rule of the contract; undefined when it broke none. */
export function fieldInWords(problem: FormProblem | undefined, name: string, words: Words): string | undefined {
  const broken = problem?.fields.find(({ path }) => path.replace(/^\//, '').replaceAll('/', '.') === name)
  if (!broken) return undefined
  if (broken.rule === 'required' || broken.rule === 'minLength') return words.t('form.rule.required')
  if (broken.rule === 'maxLength') return words.t('form.rule.tooLong')
  return words.t('form.rule.invalid')
}

/** A text field of a form, trimmed; empty when absent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
