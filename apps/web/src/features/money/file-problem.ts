// SPDX-License-Identifier: Apache-2.0
import { isErrorCode } from '@resham/contract'
import type { FormProblem } from '#lib/problem.ts'

/** A statement that was refused at the door comes back to its account with the code and what a sentence may name. */
export function refusedFile(url: URL): FormProblem | undefined {
  const code = url.searchParams.get('refused')
  if (code === null) return undefined
  const details = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'refused'))
  return { code: isErrorCode(code) ? code : 'platform.unexpected', details, requestId: '', fields: [] }
}
