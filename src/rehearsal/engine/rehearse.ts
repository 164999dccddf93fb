import type { Report } from '../contract/report.ts'
import { gather, newGathered, wantedOf } from './gather.ts'
import { prepareRehearsal, replicate, type Ready } from './rehearsal.ts'
import { reportOf } from './report.ts'

/**
 * Rehearses a scenario on this thread: pure, the same scenario gives the same report to the last digit. `progress` hears the share that is done
 * (0…1) after each replication; with a precision asked for it may go back when more turn out to be needed.
 */
export function rehearse(scenario: Ready, progress: (share: number) => void = () => {}): Report {
  const rehearsal = prepareRehearsal(scenario)
  const gathered = newGathered(rehearsal)
  for (let wanted = wantedOf(scenario, gathered); gathered.replications < wanted; wanted = wantedOf(scenario, gathered)) {
    gather(gathered, replicate(rehearsal, gathered.replications))
    progress(gathered.replications / wanted)
  }
  return reportOf(rehearsal, gathered)
}
