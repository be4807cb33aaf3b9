// SPDX-License-Identifier: Apache-2.0
import { AppError, type ErrorDetails } from '@resham/base'
import { errorRow, isErrorCode } from '@resham/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

type Broken = { path: string; rule: string }

/** Answers any thrown value as problem details, and logs it without what a person typed. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toAppError(error)
  const code = isErrorCode(known.code) ? known.code : 'platform.unexpected'
  const row = errorRow(code)
  request.log[row.log]({ code: known.code, ...(row.log === 'error' ? { failure: traceOf(error) } : {}) }, 'refused')
  const { retryAfterSeconds, ...details } = known.details
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds))
  return reply
    .code(row.status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: `errors.${code}`,
      status: row.status,
      code,
      details:
        code === 'platform.unexpected' ? {} : { ...details, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) },
      requestId: request.id,
      ...fieldsOf(error),
    })
}

/** What the platform knows of any thrown value. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code, statusCode, validation } = error as Partial<FastifyError>
  if (validation) return new AppError('platform.invalid-request', {}, { cause: error })
  if (statusCode === 413) return new AppError('platform.too-large', {}, { cause: error })
  if (statusCode === 415 || statusCode === 406) return new AppError('platform.unsupported-media', {}, { cause: error })
  if (statusCode === 400) return new AppError('platform.invalid-request', {}, { cause: error })
  if (code === 'ENOSPC' || code === '53100') return new AppError('platform.storage-full', {}, { cause: error })
  if (typeof code === 'string' && isUnreadableValue(code)) {
    return new AppError('platform.invalid-request', {}, { cause: error })
  }
  if (typeof code === 'string' && (isGivenUp(code) || isDatabaseAway(code, error))) {
    return new AppError('platform.database-unavailable', {}, { cause: error })
  }
  if (/timeout exceeded when trying to connect|Connection terminated/i.test(String((error as Error)?.message))) {
    return new AppError('platform.database-unavailable', {}, { cause: error })
  }
  return new AppError('platform.unexpected', {} satisfies ErrorDetails, { cause: error })
}

// A cursor that is none reaches the database as a value that it cannot read, is out of range, or skips less than no rows.
function isUnreadableValue(code: string): boolean {
  return ['22P02', '22003', '22007', '22008', '2201W', '2201X'].includes(code)
}

// Two who waited for one another: the one that was given up may ask again.
function isGivenUp(code: string): boolean {
  return code === '40P01' || code === '40001'
}

// Connection refused or lost; PostgreSQL classes 08 (connection) and 57P (shutting down); a refusal to let anybody in.
function isDatabaseAway(code: string, error: unknown): boolean {
  const lost = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(code)
  const { severity, syscall } = error as { severity?: unknown; syscall?: unknown }
  if (lost) return code !== 'ENOENT' || syscall === 'connect'
  return code.startsWith('08') || code.startsWith('57P') || severity === 'FATAL'
}

function fieldsOf(error: unknown): { fields?: Broken[] } {
  const { validation } = error as Partial<FastifyError>
  if (!validation) return {}
  return {
    fields: validation.slice(0, 20).map((broken) => ({
      path: broken.instancePath === '' ? String(broken.params?.missingProperty ?? '') : broken.instancePath,
      rule: broken.keyword,
    })),
  }
}

/**
 * What a log may say of a failure: its kind and place. Messages of the driver can hold what a person typed, so
 * only the state, table and constraint of a database error are named.
 */
export function traceOf(error: unknown): Record<string, string> {
  const cause = error instanceof AppError && error.cause ? error.cause : error
  if (!(cause instanceof Error)) return { name: typeof cause }
  const { code, table, constraint, routine } = cause as { [K in 'code' | 'table' | 'constraint' | 'routine']?: string }
  const named = Object.entries({ code, table, constraint, routine }).filter(([, value]) => typeof value === 'string')
  const stack =
    cause.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8)
      .join('\n') ?? ''
  return { name: cause.name, ...Object.fromEntries(named), stack }
}
