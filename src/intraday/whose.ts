// What of the day somebody reads: groups of queues whose work they may read about, and the names of people they lead. Of others it is said that somebody
// of another team is touched, not who.
import * as forecasting from '#forecasting'
import * as scheduling from '#scheduling'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Step } from './contract.ts'

/** By the key staffing gives a group: its queues, or its queues with their channels, joined by "+". */
export async function groupsSeen(work: Work): Promise<(group: string) => boolean> {
  const sees = await forecasting.queuesSeen(work)
  return (group) => group.split('+').every((part) => sees(part.split('|')[0]!))
}

const NOBODYS = '00000000-0000-7000-8000-000000000000' as PersonId // stands for whoever it is

export async function stepsSeen(work: Work): Promise<(step: Step) => Step> {
  const theirs = await scheduling.theirPeople(work)
  if (theirs === null) return (step) => step
  return (step) => ('person' in step && !theirs.has(step.person.id) ? { ...step, person: { id: NOBODYS, name: '' } } : step)
}
