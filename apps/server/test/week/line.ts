// SPDX-License-Identifier: Apache-2.0

// biome-ignore lint/suspicious/noExplicitAny: the story looks at answers field by field
export type Any = any

/** What came back: never a broken connection, those are tried again. */
export type Said = { readonly status: number; readonly body: Any }

/** A shop's line to the API: it asks again when the API dies in the middle of an answer. */
export type Line = {
  readonly at: string
  ask(method: string, path: string, body?: unknown): Promise<Said>
  /** The same; a refusal ends the story. */
  good(method: string, path: string, body?: unknown): Promise<Any>
  /** An id made on the phone: the same for the same name, so that what is sent again is known. */
  own(name: string): string
}

/** A request that breaks so often is broken itself. */
const mostTries = 20

/** @param send One request; throws when the connection breaks. @param back Waits until the API answers again. */
export function openLine(parts: {
  readonly at: string
  own(name: string): string
  send(method: string, path: string, body: unknown): Promise<Said>
  back(): Promise<void>
}): Line {
  async function ask(method: string, path: string, body?: unknown): Promise<Said> {
    for (let tries = 0; ; tries++) {
      try {
        return await parts.send(method, `${parts.at}${path}`, body)
      } catch (broken) {
        if (tries >= mostTries) throw broken
        await parts.back()
      }
    }
  }
  return {
    at: parts.at,
    own: parts.own,
    ask,
    async good(method, path, body) {
      const said = await ask(method, path, body)
      if (said.status >= 300) throw new Error(`${method} ${path}: ${said.status} ${JSON.stringify(said.body)}`)
      return said.body
    },
  }
}

/**
 * Does something to a paper. When the API died after doing it, the paper has moved on: that counts as done.
 *
 * @returns The paper, and the one that the action made.
 */
export async function act(
  line: Line,
  paper: Any,
  action: string,
  more: object = {},
): Promise<{ document: Any; made: Any }> {
  const body = { action, version: paper.version, clientId: line.own(`${action} ${paper.id} ${paper.version}`), ...more }
  const { status, body: said } = await line.ask('POST', `/documents/${paper.id}/actions`, body)
  if (status < 300) return said
  if (said.code !== 'platform.changed-meanwhile' && said.code !== 'platform.changed-meanwhile') {
    throw new Error(`${action} ${paper.kind}: ${status} ${JSON.stringify(said)}`)
  }
  const document = await line.good('GET', `/documents/${paper.id}`)
  // What follows from a paper stands behind it, the newest last.
  return { document, made: document.related.at(-1) ?? null }
}
