// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, roleAllows, roles } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const at = { params: { business: params.business } }
  const { business } = await parent()
  const manages = roleAllows(business.role, 'people.manage')
  const [members, invitations] = await Promise.all([
    locals.api.load(businessEndpoints.listMembers, at),
    manages ? locals.api.load(businessEndpoints.listInvitations, at) : { items: [] },
  ])
  return {
    members: members.items,
    invitations: invitations.items,
    manages,
    done: url.searchParams.get('done'),
    once: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  invite: async ({ request, locals, params, url }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = { role: roleOf(form), label: textOf(form, 'label') }
      const made = await locals.api.ask(businessEndpoints.invite, { params, body, once: textOf(form, 'once') })
      return { link: `${url.origin}/invitation/${made.token}`, label: made.invitation.label }
    })
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const invitation = textOf(form, 'invitation')
      await locals.api.ask(businessEndpoints.withdrawInvitation, { params: { ...params, invitation } })
      redirect(303, '?done=withdrawn')
    })
  },
  role: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { ...params, user: textOf(form, 'user') }
      await locals.api.ask(businessEndpoints.changeMember, { params: at, body: { role: roleOf(form) } })
      redirect(303, '?done=role')
    })
  },
  remove: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(businessEndpoints.removeMember, { params: { ...params, user: textOf(form, 'user') } })
      redirect(303, '?done=removed')
    })
  },
  leave: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(businessEndpoints.leave, { params })
      redirect(303, '/businesses')
    })
  },
}

function roleOf(form: FormData) {
  return roles.find((role) => role === textOf(form, 'role')) ?? 'viewer'
}
