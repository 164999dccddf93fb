// The simulator, as the thread calls it: what was written is read by the scenario's own shape, and how far it is is told.
import { refuse } from '#base/refusal'
import { scenarioShape, scenarioUnreadable, type Report, type ScenarioInput } from '../contract.ts'
import { gather, newGathered, prepareRehearsal, replicate, reportOf, wantedOf } from '../engine/index.ts'

export type Progress = (share: number) => void // 0…1
export type Simulated = { report: Report; queues: string[] } // today's queue of each kind, as the report names it

export function simulated(written: ScenarioInput, progress: Progress): Simulated {
  const scenario = scenarioShape.parse(written)
  const { traffic } = scenario
  if (!Array.isArray(traffic)) throw refuse(scenarioUnreadable, { fields: [fileOfTheirs] })
  const rehearsal = prepareRehearsal({ ...scenario, traffic })
  const gathered = newGathered(rehearsal)
  for (let wanted = wantedOf(scenario, gathered); gathered.replications < wanted; wanted = wantedOf(scenario, gathered)) {
    gather(gathered, replicate(rehearsal, gathered.replications))
    progress(gathered.replications / wanted)
  }
  const { places, queues } = rehearsal.today
  return { report: reportOf(rehearsal, gathered), queues: places.map(({ queue }) => queues[queue] ?? '') }
}

const fileOfTheirs = {
  path: 'traffic',
  message: 'a file is read on the command line; here the contacts must be in the scenario',
}
