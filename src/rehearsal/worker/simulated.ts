// The simulator, as the thread calls it: what was written is read by the scenario's own shape, and how far it is is told.
import { refuse } from '#base/refusal'
import { scenarioShape, scenarioUnreadable, type Report, type ScenarioInput } from '../contract.ts'
import { rehearse } from '../engine/index.ts'

export type Progress = (share: number) => void // 0…1

export function simulated(written: ScenarioInput, progress: Progress): Report {
  const scenario = scenarioShape.parse(written)
  const { traffic } = scenario
  if (!Array.isArray(traffic)) throw refuse(scenarioUnreadable, { fields: [fileOfTheirs] })
  return rehearse({ ...scenario, traffic }, progress)
}

const fileOfTheirs = { path: 'traffic', message: 'a file is read on the command line; here the contacts must be in the scenario' }
