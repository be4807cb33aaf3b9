// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'

/**
 * How every error is answered.
 *
 * @source RFC 9457, Problem Details for HTTP APIs. `title` is the catalogue key of the words.
 */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    details: Type.Record(Type.String(), Type.Unknown()),
    requestId: Type.String(),
    /** For `platform.invalid-request`: which fields, and which rule each broke. */
    fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), rule: Type.String() }))),
  },
  {
    examples: [
      {
        type: 'about:blank',
        title: 'errors.platform.not-found',
        status: 404,
        code: 'platform.not-found',
        details: {},
        requestId: '0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10',
      },
    ],
  },
)
