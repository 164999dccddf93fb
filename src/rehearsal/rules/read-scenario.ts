// The scenario as somebody wrote it, or what is wrong in it: where, and what to write instead. Pure.
import { z } from 'zod'
import { scenarioShape, type Scenario } from '../contract.ts'
import type { Ready } from '../engine/rehearsal.ts'
import { troublesOf } from './check-scenario.ts'
import { sentencesOf } from './say-issue.ts'
import type { Trouble } from './troubles.ts'

export type Read = { scenario: Scenario } | { fields: Trouble[] }
const MOST_TROUBLES = 50

export function readScenario(written: unknown): Read {
  const read = scenarioShape.safeParse(written)
  if (!read.success) return { fields: sentencesOf(read.error.issues, { shape: scenarioShape, written }) }
  const scenario = read.data
  if (!Array.isArray(scenario.traffic)) return { scenario }
  const fields = troublesOf(scenario, scenario.traffic).slice(0, MOST_TROUBLES)
  return fields.length > 0 ? { fields } : { scenario }
}

/** A scenario whose traffic is in it, and not in a file. */
export const isReady = (scenario: Scenario): scenario is Ready => Array.isArray(scenario.traffic)

/** The JSON Schema of what may be written; what is written in several places has a definition with a name (`meta` in the contract). */
export const scenarioSchema = (): object => z.toJSONSchema(scenarioShape, { io: 'input' })
