// When somebody leaves, the successor takes their doors and their coming turns.
import { hear, reader } from '#base/journal'
import { personLeft } from '#staff/contract'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { dutyChanged, entryPointChanged } from './contract.ts'
import { handTurns } from './store/duty.ts'
import { replaceDutyPerson } from './store/entry-point.ts'

export async function handDoors(work: Work, left: { person: PersonId; successor: PersonId }): Promise<void> {
  for (const { id } of await replaceDutyPerson(work, left)) work.publish(entryPointChanged, { entry_point: id })
  const doors = new Set((await handTurns(work, left)).map(({ entry_point }) => entry_point))
  for (const entry_point of doors) work.publish(dutyChanged, { entry_point })
}

export const readers = [reader('brands', [hear(personLeft, handDoors)])]
