// SPDX-License-Identifier: Apache-2.0
import type { RequestEvent } from '@sveltejs/kit'
import { ApiProblem, signInPath } from '#lib/api.ts'

type RawReply = Awaited<ReturnType<RequestEvent['locals']['api']['raw']>>

/** A file of the API handed on to the browser under a name; a refusal becomes the page for it. */
export async function passFile(
  event: Pick<RequestEvent, 'url'>,
  fileName: string,
  get: () => Promise<RawReply>,
): Promise<Response> {
  try {
    const { contentType, body } = await get()
    return new Response(body as BodyInit, {
      headers: {
        'content-type': contentType || 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown
    if (thrown.problem.code !== 'account.not-signed-in') throw thrown
    return new Response(null, { status: 303, headers: { location: signInPath(event.url) } })
  }
}
