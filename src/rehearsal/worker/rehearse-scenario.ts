import { refuse } from '#base/refusal'
import { scenarioUnreadable } from '../contract.ts'
import { readScenario } from '../rules/read-scenario.ts'
import type { Outcome } from '../store/result.ts'
import { simulated, type Progress } from './simulated.ts'

export function rehearseScenario(written: unknown, progress: Progress): Outcome {
  const read = readScenario(written)
  if ('fields' in read) throw refuse(scenarioUnreadable, read)
  return { check: null, findings: null, report: simulated(read.scenario, progress).report, hurt: [] }
}
