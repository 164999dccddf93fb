// What the schema of a scenario says of a place in it: which fields there are, and what is expected. Pure.
import { z } from 'zod'
import { scenarioShape } from '../contract.ts'

type Node = {
  description?: string
  properties?: Record<string, Node>
  items?: Node
  additionalProperties?: Node | boolean
  anyOf?: Node[]
}

let schema: Node | undefined

export function scenarioSchemaAt(path: readonly PropertyKey[]): { said: string | null; fields: string[] } {
  schema ??= z.toJSONSchema(scenarioShape, { io: 'input' }) as Node // the part of it that is looked at
  let nodes: Node[] = [schema]
  let said: string | null = null
  for (const step of path) {
    nodes = nodes.flatMap(formsOf).flatMap((node) => inside(node, String(step)))
    said = nodes.find(({ description }) => description)?.description ?? said
  }
  return { said, fields: [...new Set(nodes.flatMap(formsOf).flatMap(({ properties }) => Object.keys(properties ?? {})))] }
}

const formsOf = (node: Node): Node[] => (node.anyOf ? node.anyOf.flatMap(formsOf) : [node])

function inside({ properties, items, additionalProperties }: Node, step: string): Node[] {
  const own = properties?.[step] ?? (/^\d+$/.test(step) ? items : undefined)
  return own ? [own] : typeof additionalProperties === 'object' ? [additionalProperties] : []
}
