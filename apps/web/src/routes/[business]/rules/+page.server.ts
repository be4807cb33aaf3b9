// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { ownRule, switched } from '#lib/features/rules/rule-form.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await locals.api.load(importEndpoints.readRules, { params })),
  saved: url.searchParams.has('saved'),
})

type Rules = Parameters<typeof switched>[0]

/** Reads the rules, changes them as the form says, writes them back. */
async function rewrite(event: RequestEvent, change: (rules: Rules, form: FormData) => Rules | null) {
  const { request, locals, params } = event
  const form = await request.formData()
  return refusable(form, async () => {
    const { rules } = await locals.api.ask(importEndpoints.readRules, { params })
    const changed = change(rules, form)
    await locals.api.ask(importEndpoints.writeRules, { params, body: { rules: changed && [...changed] } })
    redirect(303, `/${params.business}/rules?saved`)
  })
}

export const actions: Actions = {
  switch: (event) => rewrite(event, switched),
  add: (event) => rewrite(event, (rules, form) => [ownRule(rules, form), ...rules]),
  remove: (event) => rewrite(event, (rules, form) => rules.filter(({ id }) => id !== form.get('rule'))),
  reset: (event) => rewrite(event, () => null),
}
