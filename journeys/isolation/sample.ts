// The smallest input that a contract's shape accepts, and every place in it where an id may stand. Made from the JSON Schema of the
// shape, so a new endpoint is tried without anybody writing a line for it.
import { z } from 'zod'
import type { Endpoint } from '#base/contract'

type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  minLength?: number
  minItems?: number
}
export type Place = readonly (string | number)[] // where in the input: ['grants', 0, 'teams', 0]

export const NONCE = 'zqxnonce' // stands for something new in each request, so that the second of two is not refused for being a repetition
export const NO_ID = '00000000-0000-7000-8000-00000000dead'
const FORMATS: Record<string, string> = {
  uuid: NO_ID,
  email: `${NONCE}@example.org`,
  'date-time': '2026-11-20T09:00:00Z',
  date: '2026-11-20',
  time: '09:00:00',
  uri: 'https://example.org/',
}

// A place in a list of lists: neither words nor anybody's id.
const PLACE = '0.0'
const shaped = (pattern: string): string | undefined =>
  pattern !== '' && !new RegExp(pattern, 'u').test(NONCE) && new RegExp(pattern, 'u').test(PLACE) ? PLACE : undefined

const schemas = new WeakMap<object, Schema>() // a shape is asked for with every request
export function schemaOf({ input }: Endpoint<unknown, unknown>): Schema {
  const shape = input as unknown as z.ZodType // every shape in a contract is made with zod
  const known = schemas.get(shape) ?? (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema)
  schemas.set(shape, known)
  return known
}

export function sampleOf(schema: Schema): unknown {
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (choice) return sampleOf(choice)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sampleOf))
  return samples[schema.type ?? '']?.(schema) ?? 'x'
}

const samples: Record<string, (schema: Schema) => unknown> = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})])),
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => sampleOf(items)),
  string: ({ format = '', pattern = '', minLength = 0 }) =>
    FORMATS[format] ?? shaped(pattern) ?? `${NONCE} quatre mots`.padEnd(minLength, '.'),
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => Math.max(1, minimum),
  boolean: () => true,
  null: () => null,
}

// Optional fields count too: what may be left out may also be tried. A cursor is a place in the caller's own list, whatever it looks like.
export function idPlaces(schema: Schema, at: Place = []): Place[] {
  const inside = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((each) => idPlaces(each, at))
  const here = schema.type === 'string' && schema.format === 'uuid' ? [at] : []
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
    name === 'cursor' ? [] : idPlaces(each, [...at, name]),
  )
  const items = schema.items ? idPlaces(schema.items, [...at, 0]) : []
  return [...new Map([...here, ...inside, ...fields, ...items].map((place) => [place.join('.'), place])).values()]
}

// The input with an id put in one place; what lies on the way is made by its own sample.
export function withId(schema: Schema, place: Place, id: string): unknown {
  return put(schema, sampleOf(schema), { place, id })
}

function put(schema: Schema, value: unknown, { place, id }: { place: Place; id: string }): unknown {
  const [step, ...rest] = place
  if (step === undefined) return id
  const whole = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const below = (each: Schema): Schema | undefined => (typeof step === 'number' ? each.items : each.properties?.[step])
  const owner = whole.find((each) => below(each) && idPlaces(below(each)!).some((found) => found.join('.') === rest.join('.')))
  if (!owner) return value
  const inner = put(below(owner)!, sampleOf(below(owner)!), { place: rest, id })
  if (typeof step === 'number') return [inner]
  const base = value !== null && typeof value === 'object' && owner === schema ? value : (sampleOf(owner) as object)
  return { ...base, [step]: inner }
}

// The other ids of an input are made ours, so that a refusal is about the one in question.
export function withOurs(input: unknown, nameOf: (field: string) => string | undefined, field = ''): unknown {
  if (input === NO_ID) return nameOf(field) ?? NO_ID
  if (Array.isArray(input)) return input.map((each) => withOurs(each, nameOf, field))
  if (input === null || typeof input !== 'object') return input
  return Object.fromEntries(Object.entries(input).map(([name, each]) => [name, withOurs(each, nameOf, name)]))
}
