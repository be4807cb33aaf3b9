// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox'

/** Words of the pack itself, in both languages of the screens. */
export const Names = Type.Object(
  { en: Type.String({ minLength: 1 }), ur: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)
export type Names = Static<typeof Names>
