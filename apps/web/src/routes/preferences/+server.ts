// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { ApiProblem } from '#lib/api.ts'
import { cookieNames, safePath } from '#lib/preference.ts'
import { textOf } from '#lib/problem.ts'
import type { RequestHandler } from './$types'

const year = 365 * 24 * 60 * 60

/** Keeps the language a reader chose, on this device and in their account, and goes back to their page. */
export const POST: RequestHandler = async ({ request, cookies, locals, url }) => {
  const form = await request.formData()
  const language = textOf(form, 'language') === 'ur' ? 'ur' : 'en'
  cookies.set(cookieNames.language, language, { maxAge: year, secure: url.protocol === 'https:' })
  if (locals.account) {
    try {
      await locals.api.ask(accountEndpoints.change, { body: { language } })
    } catch (thrown) {
      // The device already speaks the language; the account hears of it next time.
      if (!(thrown instanceof ApiProblem)) throw thrown
    }
  }
  redirect(303, safePath(textOf(form, 'next'), '/'))
}
