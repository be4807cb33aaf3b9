// SPDX-License-Identifier: Apache-2.0

/** Faults of finding the way and opening the line; the same word may also come of a line that breaks later. */
const whileConnecting = new Set(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH'])

/** Faults before the first byte of the request could leave. Of every other fault nobody can know. */
const beforeSending = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** True when a sending failed before its first byte could leave; where that is not certain, false. */
export function hasLeftNothing(error: unknown): boolean {
  const code = codeOf(error)
  if (beforeSending.has(code)) return true
  const cause = error instanceof Error ? error.cause : undefined
  // Several addresses were tried: each must have failed.
  const tries: unknown[] = cause instanceof AggregateError ? cause.errors : [cause]
  return tries.length > 0 && tries.every(isOfConnecting)
}

function isOfConnecting(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === 'connect' && whileConnecting.has(code ?? '')
}

/** The network's own word for what failed. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
