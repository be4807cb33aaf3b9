// SPDX-License-Identifier: Apache-2.0
import { destinationEndpoints, headingSubjects } from '@resham/contract'
import { chooseFromForm } from '#lib/features/sell/choose.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = url.searchParams.get('find')?.trim().slice(0, 100) ?? ''
  const [subjects, found] = await Promise.all([
    locals.api.load(destinationEndpoints.subjects, { params }),
    search === '' ? null : locals.api.load(destinationEndpoints.headings, { params, query: { search } }),
  ])
  const subject = headingSubjects.find((one) => one === url.searchParams.get('subject')) ?? 'category'
  const finding = found && { search, subject, key: url.searchParams.get('key') ?? '', items: found.items }
  return { subjects, finding, saved: url.searchParams.has('saved') }
}

export const actions: Actions = { choose: chooseFromForm }
