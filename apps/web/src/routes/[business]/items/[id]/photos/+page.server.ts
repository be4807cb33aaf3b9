// SPDX-License-Identifier: Apache-2.0
import { isErrorCode, itemEndpoints, photoEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, item: params.id }
  const [item, { photos }] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: at }),
    locals.api.load(photoEndpoints.list, { params: at }),
  ])
  // With script a photograph goes straight to the API, and a refusal comes back here by its code.
  const code = url.searchParams.get('problem')
  const known = code !== null && isErrorCode(code) ? code : 'platform.unexpected'
  const details = { most: 12 }
  return {
    item,
    photos,
    saved: url.searchParams.has('saved'),
    refused: code === null ? undefined : { code: known, details, requestId: '', fields: [] },
  }
}

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const file = form.get('photo')
      const body = new Uint8Array(file instanceof File ? await file.arrayBuffer() : [])
      await locals.api.ask(photoEndpoints.add, { params: { business: params.business, item: params.id }, body })
      redirect(303, '?saved')
    })
  },
  describe: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, item: params.id, photo: textOf(form, 'photo') }
      await locals.api.ask(photoEndpoints.change, { params: at, body: { says: textOf(form, 'says') || null } })
      redirect(303, '?saved')
    })
  },
  first: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, item: params.id, photo: textOf(form, 'photo') }
      await locals.api.ask(photoEndpoints.change, { params: at, body: { first: true } })
      redirect(303, '?saved')
    })
  },
  remove: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, item: params.id, photo: textOf(form, 'photo') }
      await locals.api.ask(photoEndpoints.remove, { params: at })
      redirect(303, '?saved')
    })
  },
}
