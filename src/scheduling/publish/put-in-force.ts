// What changed is put in force: people see it, routing plans its breaks, everybody is told what changed for them. One commit.
import { later } from '#base/jobs'
import { refuse, type Work } from '#base/work'
import { shiftsOverlap, shiftsPublished, type Publication, type ShiftId } from '../contract.ts'
import type { Different } from '../rules/difference.ts'
import type { DrawnShift } from '../rules/drawn.ts'
import { brokeConstraint } from '../store/constraints.ts'
import { cancelInForce, putInForce as put } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import { insertChanges, insertPublication } from '../store/publication.ts'
import { followShifts, overtakenSwaps } from '../store/swap.ts'
import { overtaking } from '../swaps/job.ts'
import { pushBreaks } from './push-breaks.ts'
import { tellPeople } from './tell-people.ts'

type Given = {
  kind: Publication['kind']
  note: string
  drawn: readonly DrawnShift[]
  changes: readonly Different[]
  first?: boolean
}

/** @returns the number of the publication */
export async function putInForce(
  work: Work,
  plan: PlanRow,
  { kind, note, drawn, changes, first = false }: Given,
): Promise<number> {
  const number = plan.publications + 1
  const byId = new Map(drawn.map((shift) => [shift.id, shift]))
  await write(work, plan, { byId, changes })
  await endSwapsOf(work, changes)
  const people = Map.groupBy(changes, ({ person }) => person)
  await insertPublication(work, { plan: plan.id, number, kind, note, people: people.size, changes: changes.length })
  await insertChanges(work, { plan: plan.id, number }, changes)
  await pushBreaks(work, plan.zone, changes)
  await tellPeople(work, plan, { number, changes, first, note })
  for (const [person, theirs] of people)
    work.publish(shiftsPublished, {
      plan: plan.id,
      person,
      days: [...new Set(theirs.map(({ day }) => day))].toSorted().slice(0, 100),
    })
  return number
}

// Whose hours are others is another shift: swaps of it are over. Where only breaks moved they go on.
async function endSwapsOf(work: Work, changes: readonly Different[]): Promise<void> {
  const inside = changes.flatMap(({ change, shift }) => (change === 'changed' ? [shift] : []))
  if (inside.length > 0) await followShifts(work, inside)
  const swaps = (await overtakenSwaps(work)).map(({ id }) => id)
  if (swaps.length > 0) await later(work, overtaking, { payload: { swaps } })
}

type Writing = { byId: ReadonlyMap<ShiftId, DrawnShift>; changes: readonly Different[] }
async function write(work: Work, plan: PlanRow, { byId, changes }: Writing): Promise<void> {
  const gone = changes.filter(({ change }) => change === 'gone')
  const put_ = changes.flatMap(({ change, shift, person }) => {
    const drawn = byId.get(shift)
    return change === 'gone' || !drawn ? [] : [{ ...drawn, shift, person }]
  })
  try {
    await cancelInForce(work, gone)
    await put(work, plan.id, put_)
  } catch (error) {
    throw brokeConstraint(error, 'nobody_works_twice_at_once') ? refuse(shiftsOverlap, {}) : error
  }
}
