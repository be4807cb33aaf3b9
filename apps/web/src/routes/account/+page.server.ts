// SPDX-License-Identifier: Apache-2.0
import { accountEndpoints, digitStyles, languages, type ReplyOf, themes } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { encode } from 'uqr'
import { signInPath } from '#lib/api.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { cookieNames } from '#lib/preference.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

const year = 365 * 24 * 60 * 60

export const load: PageServerLoad = async ({ locals, url }) => {
  const { account } = locals
  if (!account) redirect(303, signInPath(url))
  const [sessions, passkeys] = await Promise.all([
    locals.api.load(accountEndpoints.listSessions),
    account.guest ? { items: [] } : locals.api.load(accountEndpoints.listPasskeys),
  ])
  return { account, sessions: sessions.items, passkeys: passkeys.items, saved: url.searchParams.get('saved') }
}

export const actions: Actions = {
  change: async ({ request, locals, cookies, url }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const wanted = {
        name: textOf(form, 'name'),
        language: oneOf(languages, textOf(form, 'language')),
        digits: oneOf(digitStyles, textOf(form, 'digits')),
        theme: oneOf(themes, textOf(form, 'theme')),
      }
      const account = await locals.api.ask(accountEndpoints.change, { body: wanted })
      // The device remembers too, for the pages before signing in.
      for (const name of ['language', 'digits', 'theme'] as const) {
        cookies.set(cookieNames[name], account[name], { maxAge: year, secure: url.protocol === 'https:' })
      }
      redirect(303, '/account?saved=change')
    })
  },
  password: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = { current: secretOf(form, 'current'), wanted: secretOf(form, 'wanted') }
      await locals.api.ask(accountEndpoints.changePassword, { body })
      redirect(303, '/account?saved=password#new-password')
    })
  },
  endSession: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(accountEndpoints.endSession, { params: { session: textOf(form, 'session') } })
      redirect(303, '/account?saved=session#sessions')
    })
  },
  startSecondFactor: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = { password: secretOf(form, 'password') }
      const enrolment = await locals.api.ask(accountEndpoints.startSecondFactor, { body })
      return { enrolment: drawn(enrolment) }
    })
  },
  confirmSecondFactor: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const code = toWesternDigits(textOf(form, 'code')).replace(/\s/g, '')
      await locals.api.ask(accountEndpoints.confirmSecondFactor, { body: { code } })
      redirect(303, '/account?saved=secondFactor#second-factor')
    })
  },
  removeSecondFactor: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(accountEndpoints.removeSecondFactor, { body: { password: secretOf(form, 'password') } })
      redirect(303, '/account?saved=secondFactorOff#second-factor')
    })
  },
  removePasskey: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(accountEndpoints.removePasskey, { params: { passkey: textOf(form, 'passkey') } })
      redirect(303, '/account?saved=passkey#passkeys')
    })
  },
}

/** The secret as a QR code: one path of squares on a field of `size`. */
function drawn(enrolment: ReplyOf<typeof accountEndpoints.startSecondFactor>) {
  const { data, size } = encode(enrolment.uri, { border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { ...enrolment, path, size }
}

function oneOf<T extends string>(words: readonly T[], wanted: string): T | undefined {
  return words.find((word) => word === wanted)
}

/** A password is taken exactly as typed: its spaces belong to it. */
function secretOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '')
}
