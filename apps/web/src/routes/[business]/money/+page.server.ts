// SPDX-License-Identifier: Apache-2.0
import { bankingEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => locals.api.load(bankingEndpoints.accounts, { params })
