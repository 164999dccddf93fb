// OpenAPI 3.1 made from the very contracts the server parses with and the desk is compiled against.
import { z } from 'zod'
import type { Endpoint, Shape } from './contract.ts'

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[] }
const problem = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

export function openApi(endpoints: readonly Endpoint<unknown, unknown>[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guichet', version, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['status', 'code', 'fr', 'en'],
          properties: {
            status: { type: 'integer' },
            code: { type: 'string' },
            title: { type: 'string' },
            fr: { type: 'string' },
            en: { type: 'string' },
            details: {},
          },
        },
      },
    },
  }
}

function operation(endpoint: Endpoint<unknown, unknown>): object {
  const input = schemaOf(endpoint.input, 'input')
  const named = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const properties = Object.entries(input.properties ?? {})
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
  const parameter = ([name, schema]: [string, Schema], place: string) => ({
    name, in: place, schema, required: place === 'path' || (input.required ?? []).includes(name),
  }) // prettier-ignore
  const rest = properties.filter(([name]) => !named.includes(name))
  return {
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    ...(endpoint.permission === 'anyone' ? { security: [] } : {}),
    parameters: [
      ...named.map((name) => parameter([name, input.properties?.[name] ?? { type: 'string' }], 'path')),
      ...(inQuery ? rest.map((each) => parameter(each, 'query')) : []),
    ],
    ...(inQuery || rest.length === 0
      ? {}
      : { requestBody: { content: { 'application/json': { schema: { ...input, properties: Object.fromEntries(rest) } } } } }),
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } } },
      default: problem,
    },
  }
}

function schemaOf(shape: Shape<unknown>, io: 'input' | 'output'): Schema {
  const made = z.toJSONSchema(shape as unknown as z.ZodType, { io, unrepresentable: 'any' }) as Schema // every shape in a contract is made with zod
  const { $schema: _, ...schema } = made
  if (Array.isArray(schema.required)) schema.required = schema.required.filter((name) => name in (schema.properties ?? {}))
  return schema
}
