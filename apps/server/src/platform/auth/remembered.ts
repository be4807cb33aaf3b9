// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Directory } from '../http/access.ts'
import type { Caller } from '../http/route.ts'

/** Callers and businesses remembered at most; beyond it everything is forgotten and asked again. */
const most = 5_000

/**
 * A directory that asks once for what a page asks several times: a page calls the API three or four times, and each
 * call would look up the same session and the same business.
 *
 * Any write of this process forgets everything (`forget`); another process may believe a session for `ms` longer.
 */
export function remembered(directory: Directory, clock: Clock, ms: number): Directory & { forget(): void } {
  const callers = new Map<string, { until: number; caller: Promise<Caller | null> }>()
  const businesses = new WeakMap<Caller, Map<string, ReturnType<Directory['findBusiness']>>>()

  return {
    identify(request) {
      const key = credentialsOf(request)
      if (key === '') return directory.identify(request)
      const now = clock().getTime()
      const known = callers.get(key)
      if (known && known.until > now) return known.caller
      if (callers.size >= most) callers.clear()
      const caller = directory.identify(request)
      callers.set(key, { until: now + ms, caller })
      caller.then(
        (found) => found ?? callers.delete(key),
        () => callers.delete(key),
      )
      return caller
    },

    // Remembered with the caller, so it is forgotten no later than they are.
    findBusiness(caller, slugOrId) {
      const known = businesses.get(caller) ?? new Map<string, ReturnType<Directory['findBusiness']>>()
      businesses.set(caller, known)
      const found = known.get(slugOrId) ?? directory.findBusiness(caller, slugOrId)
      if (known.size < 50) known.set(slugOrId, found)
      found.then(
        (business) => business ?? known.delete(slugOrId),
        () => known.delete(slugOrId),
      )
      return found
    },

    forget: () => callers.clear(),
  }
}

const told = new WeakMap<Caller, Map<string, Promise<unknown>>>()

/**
 * An answer that is kept with the caller it was given to: nobody else can reach it, and it is forgotten with them. Where
 * no caller is remembered, each request brings a new one and nothing is kept.
 *
 * @param name  What is asked, with the business when it is about one.
 * @param keep  False for an answer that should rather be asked for again.
 */
export function rememberedWith<T>(
  caller: Caller,
  name: string,
  ask: () => Promise<T>,
  keep: (answer: T) => boolean = () => true,
): Promise<T> {
  const known = told.get(caller) ?? new Map<string, Promise<unknown>>()
  told.set(caller, known)
  const before = known.get(name) as Promise<T> | undefined
  if (before) return before
  const asked = ask()
  if (known.size < 50) known.set(name, asked)
  asked.then(
    (answer) => keep(answer) || known.delete(name),
    () => known.delete(name),
  )
  return asked
}

function credentialsOf(request: FastifyRequest): string {
  const { authorization = '', cookie = '' } = request.headers
  return authorization === '' && cookie === '' ? '' : `${authorization}\n${cookie}`
}
