// SPDX-License-Identifier: Apache-2.0
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** Every component on one page, for looking at them in both directions; only where somebody asks for it. */
export const load: PageServerLoad = () => {
  if (process.env.RESHAM_DESIGN !== '1') error(404, 'platform.not-found')
}
