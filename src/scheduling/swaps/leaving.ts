// Somebody leaves: what they took is offered again, and what only they could take is over.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { withdrawBidsOf } from '../store/open-shift.ts'
import { openWith, recordEnd, recordLetGo } from '../store/swap.ts'
import { tellOfLettingGo, unaskOfSwap } from './tell.ts'
import { told } from './told.ts'

export async function leaveSwaps(work: Work, person: PersonId): Promise<void> {
  await withdrawBidsOf(work, person)
  const name = (await staff.find(work, [person])).get(person)?.name ?? ''
  for (const swap of await openWith(work, person)) {
    if (swap.to_id === person) {
      await recordEnd(work, swap.id, { as: 'overtaken', by: null })
      await told(work, swap.id)
      continue
    }
    await unaskOfSwap(work, swap)
    await recordLetGo(work, swap.id, { wants: null, seen: null })
    await tellOfLettingGo(work, await told(work, swap.id), name)
  }
}
