// SPDX-License-Identifier: Apache-2.0

type Schema = Readonly<Record<string, unknown>>

/**
 * The same schema with "this or null" said as `nullable`, for writing answers only: of a union the writer of JSON has each
 * branch checked by the validator before it writes the value, which costs more than all the rest of a long list.
 */
export function quickSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(quickSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { anyOf, ...rest } = schema as Schema
  if (!Array.isArray(anyOf)) return mapped(schema as Schema)
  const [one, other, more] = anyOf as Schema[]
  const simple = more === undefined && other?.type === 'null' && typeof one?.type === 'string'
  return simple ? { ...mapped(rest), ...mapped(one), nullable: true } : mapped(schema as Schema)
}

function mapped(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, quickSchema(value)]))
}
