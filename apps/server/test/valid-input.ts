// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from '@resham/contract'

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

/** What a well-behaved client would send to an endpoint: path, and body where there is one. */
export function validInput(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
): { url: string; body: unknown } {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const schema = (endpoint.params as Schema | undefined)?.properties?.[name] ?? {}
    return encodeURIComponent(params[name] ?? String(exampleOf(schema)))
  })
  const query = endpoint.query ? (exampleOf(endpoint.query) as Record<string, unknown>) : {}
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return { url: search === '' ? path : `${path}?${search}`, body: bodyOf(endpoint) }
}

/** Names of the parameters of a path that name a thing by its id. */
export function idParams(endpoint: Endpoint): string[] {
  const { properties = {} } = (endpoint.params ?? {}) as Schema
  return Object.entries(properties).flatMap(([name, schema]) => (schema.format === 'uuid' ? [name] : []))
}

function bodyOf(endpoint: Endpoint): unknown {
  if (endpoint.body === undefined) return undefined
  if (endpoint.body === 'bytes') return Buffer.from('invoice,date,item,quantity,price\n1,2026-11-20,kite,2,3\n')
  return endpoint.example ?? exampleOf(endpoint.body)
}

/**
 * A value that a schema lets pass.
 *
 * @param own.text  Stands wherever any text may.
 * @param own.items So many in every list that may hold them.
 */
export function exampleOf(schema: unknown, own: { readonly text?: string; readonly items?: number } = {}): unknown {
  return exampleOfSchema(schema as Schema, own)
}

function exampleOfSchema(schema: Schema, own: { readonly text?: string; readonly items?: number }): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.examples) return schema.examples[0]
  if (schema.anyOf) return exampleOf(schema.anyOf[0] ?? {}, own)
  switch (schema.type) {
    case 'object': {
      const wanted = (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {}, own)])
      return Object.fromEntries(wanted)
    }
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, own.items ?? 0) }, () =>
        exampleOf(schema.items ?? {}, own),
      )
    case 'string':
      return textOf(schema, own.text)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return {}
  }
}

const texts = ['zz', '12', 'some text that is long enough', '2026-11-20', 'XTS']

function textOf({ pattern = '', minLength = 0 }: Schema, own: string | undefined): string {
  const found = [...(own === undefined ? [] : [own]), ...texts].find(
    (text) => text.length >= minLength && new RegExp(pattern, 'u').test(text),
  )
  if (found === undefined) throw new Error(`no example of ${pattern}: give the schema \`examples\``)
  return found
}
