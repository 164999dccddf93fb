// The simulator, as the thread calls it: what was written is read by the scenario's own shape, and how far it is is told.
import { scenarioShape, type Report, type ScenarioInput } from '../contract.ts'

export type Progress = (share: number) => void // 0…1

export function simulated(written: ScenarioInput, progress: Progress): Report {
  const scenario = scenarioShape.parse(written)
  progress(0)
  throw new Error(`the simulator has not moved in yet: ${scenario.name}`)
}
