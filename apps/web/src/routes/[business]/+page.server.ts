// SPDX-License-Identifier: Apache-2.0
import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** A shop's own address leads to its first page. */
export const load: PageServerLoad = ({ params }) => redirect(303, `/${params.business}/today`)
