// What the schema of a scenario says of a place in it: which fields there are, and what is expected. Pure.
import { z } from 'zod'
import { scenarioShape } from '../contract.ts'

type Node = {
  description?: string
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  anyOf?: Node[]
  $ref?: string
}

let schema: (Node & { $defs?: Record<string, Node> }) | undefined

export function scenarioSchemaAt(path: readonly PropertyKey[]): { said: string | null; fields: string[] } {
  schema ??= z.toJSONSchema(scenarioShape, { io: 'input' }) as NonNullable<typeof schema> // the part of it that is looked at
  let nodes: Node[] = [schema]
  let said: string | null = null
  for (const step of path) {
    nodes = nodes.flatMap(formsOf).flatMap((node) => inside(node, String(step)))
    said = nodes.map(descriptionOf).find((each) => each !== undefined) ?? said
  }
  return { said, fields: [...new Set(nodes.flatMap(formsOf).flatMap(({ properties }) => Object.keys(properties ?? {})))] }
}

const definition = (reference: string): Node | undefined => schema?.$defs?.[reference.replace('#/$defs/', '')]

function formsOf(node: Node): Node[] {
  const named = node.$ref ? definition(node.$ref) : undefined
  if (named) return formsOf(named)
  return node.anyOf ? node.anyOf.flatMap(formsOf) : [node]
}

const descriptionOf = (node: Node): string | undefined =>
  node.description ?? (node.$ref ? definition(node.$ref)?.description : undefined)

function inside({ properties, items, additionalProperties }: Node, step: string): Node[] {
  const own = properties?.[step] ?? (/^\d+$/.test(step) ? items : undefined)
  return own ? [own] : typeof additionalProperties === 'object' ? [additionalProperties] : []
}
