// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { ApiProblem } from '#lib/api.ts'
import type { RequestHandler } from './$types'

/** Ends the session, and tells the browser to forget every page it kept of this person. */
export const POST: RequestHandler = async ({ locals, setHeaders }) => {
  try {
    await locals.api.ask(accountEndpoints.signOut)
  } catch (thrown) {
    // Signed out already: what was asked for is so.
    if (!(thrown instanceof ApiProblem && thrown.problem.status === 401)) throw thrown
  }
  setHeaders({ 'clear-site-data': '"cache"' })
  redirect(303, '/')
}
