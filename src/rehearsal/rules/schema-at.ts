// What the schema of something written says of a place in it: which fields there are, and what is expected. Pure.
import { z } from 'zod'

type Node = {
  description?: string
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  propertyNames?: { enum?: unknown[] }
  anyOf?: Node[]
  oneOf?: Node[]
  const?: unknown
  $ref?: string
}
type Schema = Node & { $defs?: Record<string, Node> }

const schemas = new WeakMap<z.ZodType, Schema>()

function schemaOf(shape: z.ZodType): Schema {
  const known = schemas.get(shape)
  if (known) return known
  const made = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema // the part of it that is looked at
  schemas.set(shape, made)
  return made
}

export type At = {
  said: string | null
  fields: string[]
  named: Record<string, string[]> // fields by which its forms are told apart (a law), with the names there are
}

export function schemaAt(shape: z.ZodType, path: readonly PropertyKey[]): At {
  const schema = schemaOf(shape)
  const forms = (node: Node): Node[] => formsOf(schema, node)
  let nodes: Node[] = [schema]
  let said: string | null = path.length === 0 ? (schema.description ?? null) : null
  for (const step of path) {
    nodes = nodes.flatMap(forms).flatMap((node) => inside(node, String(step)))
    said = nodes.map((node) => descriptionOf(schema, node)).find((each) => each !== undefined) ?? said
  }
  const properties = nodes.flatMap(forms).map((node) => node.properties ?? {})
  const keys = nodes
    .flatMap(forms)
    .flatMap(({ propertyNames }) => propertyNames?.enum ?? [])
    .map(String)
  return { said, fields: [...new Set([...properties.flatMap((own) => Object.keys(own)), ...keys])], named: namesIn(properties) }
}

function namesIn(forms: readonly Record<string, Node>[]): Record<string, string[]> {
  const named: Record<string, Set<string>> = {}
  for (const form of forms)
    for (const [field, { const: only }] of Object.entries(form))
      if (typeof only === 'string') (named[field] ??= new Set()).add(only)
  return Object.fromEntries(Object.entries(named).map(([field, names]) => [field, [...names]]))
}

const definition = (schema: Schema, reference: string): Node | undefined => schema.$defs?.[reference.replace('#/$defs/', '')]

function formsOf(schema: Schema, node: Node): Node[] {
  const named = node.$ref ? definition(schema, node.$ref) : undefined
  if (named) return formsOf(schema, named)
  const among = node.anyOf ?? node.oneOf
  return among ? among.flatMap((each) => formsOf(schema, each)) : [node]
}

const descriptionOf = (schema: Schema, node: Node): string | undefined =>
  node.description ?? (node.$ref ? definition(schema, node.$ref)?.description : undefined)

function inside({ properties, items, additionalProperties }: Node, step: string): Node[] {
  const own = properties?.[step] ?? (/^\d+$/.test(step) ? items : undefined)
  return own ? [own] : typeof additionalProperties === 'object' ? [additionalProperties] : []
}
