// SPDX-License-Identifier: Apache-2.0
import { type Endpoint, errorTable, Problem } from '@resham/contract'
import type { FastifyInstance } from 'fastify'

/** Serves the description of the API at `/api/openapi.json`: OpenAPI 3.1, made from the contract itself. */
export function serveOpenApi(app: FastifyInstance, endpoints: readonly Endpoint[]): void {
  const description = describeApi(endpoints)
  app.get('/api/openapi.json', async () => description)
}

/** The OpenAPI 3.1 document of the given endpoints. */
function describeApi(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeEndpoint(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Resham',
      version: '1',
      description: `Writes may carry an Idempotency-Key. Errors are problem details (RFC 9457) with one of ${Object.keys(errorTable).length} codes.`,
      license: { name: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'resham.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', minLength: 8, maxLength: 100 },
        },
      },
    },
    paths,
  }
}

type ObjectSchema = { properties?: Record<string, object>; required?: readonly string[] }

function describeEndpoint(endpoint: Endpoint): object {
  const writes = endpoint.method !== 'GET'
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0]],
    'x-access': endpoint.access,
    ...(endpoint.access === 'public' ? { security: [] } : { security: [{ session: [] }, { token: [] }] }),
    parameters: [
      ...parametersOf('path', endpoint.params as ObjectSchema | undefined),
      ...parametersOf('query', endpoint.query as ObjectSchema | undefined),
      ...(writes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(endpoint.body === undefined ? {} : { requestBody: bodyOf(endpoint) }),
    responses: {
      [endpoint.status]: { description: 'Done', content: contentOf(endpoint.response) },
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parametersOf(place: 'path' | 'query', schema: ObjectSchema | undefined): object[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required ?? []).includes(name),
    schema: property,
  }))
}

function bodyOf(endpoint: Endpoint): object {
  const content =
    endpoint.body === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : {
          'application/json': {
            schema: endpoint.body,
            ...(endpoint.example === undefined ? {} : { example: endpoint.example }),
          },
        }
  return { required: true, content }
}

function contentOf(response: Endpoint['response']): object {
  return response === 'bytes'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: response } }
}
