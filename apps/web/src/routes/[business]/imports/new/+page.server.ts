// SPDX-License-Identifier: Apache-2.0
import { isErrorCode } from '@resham/contract'
import type { PageServerLoad } from './$types'

/** A file that was refused at the door comes back here with the code of the reason. */
export const load: PageServerLoad = ({ url }) => {
  const code = url.searchParams.get('problem')
  if (code === null) return { problem: undefined }
  const known = isErrorCode(code) ? code : 'platform.unexpected'
  const requestId = url.searchParams.get('request')?.slice(0, 60) ?? ''
  return { problem: { code: known, details: {}, requestId, fields: [] } }
}
