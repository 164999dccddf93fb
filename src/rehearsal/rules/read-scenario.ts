// The scenario as somebody wrote it, or what is wrong in it, field by field. Pure.
import { z } from 'zod'
import { scenarioShape, type Scenario } from '../contract.ts'

export type Read = { scenario: Scenario } | { fields: { path: string; message: string }[] }

export function readScenario(written: unknown): Read {
  const read = scenarioShape.safeParse(written)
  if (read.success) return { scenario: read.data }
  return { fields: read.error.issues.slice(0, 50).map(({ path, message }) => ({ path: z.core.toDotPath(path), message })) }
}
