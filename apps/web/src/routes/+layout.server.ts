// SPDX-License-Identifier: Apache-2.0
import { cookieNames } from '#lib/preference.ts'
import type { LayoutServerLoad } from './$types'

/** What every page knows: who reads, how to speak to them, and whether the fetched Urdu face is already on the phone. */
export const load: LayoutServerLoad = ({ locals, cookies, request }) => ({
  account: locals.account,
  preference: locals.preference,
  face: cookies.get(cookieNames.face) === '1' && request.headers.get('save-data') !== 'on',
})
