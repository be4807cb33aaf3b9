// SPDX-License-Identifier: Apache-2.0
import { destinationEndpoints, headingSubjects } from '@resham/contract'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { refusable, textOf } from '#lib/problem.ts'

type At = Pick<RequestEvent, 'request' | 'locals'> & { readonly params: { readonly business: string } }

/**
 * Form action: four digits are taken as the heading, words lead to a list to choose from, nothing takes the heading
 * back.
 */
export async function chooseFromForm({ request, locals, params }: At) {
  const form = await request.formData()
  const path = `/${params.business}/market/sell`
  const subject = headingSubjects.find((one) => one === textOf(form, 'subject')) ?? 'category'
  const key = textOf(form, 'key')
  const typed = toWesternDigits(textOf(form, 'heading'))
  const digits = typed.replace(/[.\s-]/g, '')
  return refusable(form, async () => {
    if (typed !== '' && !/^\d{4}(\d{2})*$/.test(digits)) {
      redirect(303, `${path}?${new URLSearchParams({ subject, key, find: typed.slice(0, 100) })}`)
    }
    // Longer codes are of a heading too: its first four digits.
    const heading = typed === '' ? null : digits.slice(0, 4)
    await locals.api.ask(destinationEndpoints.choose, { params, body: { subject, key, heading } })
    redirect(303, `${path}?saved`)
  })
}
