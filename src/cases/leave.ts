// Somebody leaves the house: their open cases pass to the successor in the same transaction, or nobody leaves.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import { changeOwner } from './change-owner.ts'
import { handOverEnded } from './contract.ts'
import { lockCase, openCasesOf, replaceDeputy } from './store/case.ts'
import { endHandOversTo } from './store/hand-over.ts'

const AT_ONCE = 500

export async function leave(
  work: Work,
  given: Parameters<typeof staff.removePerson>[1],
): Promise<Awaited<ReturnType<typeof staff.removePerson>>> {
  await passOn(work, given.person, given.successor)
  const left = await staff.removePerson(work, given)
  await replaceDeputy(work, given)
  for (const { id, case_id, from_id } of await endHandOversTo(work, given.person))
    work.publish(handOverEnded, { case_id, hand_over_id: id, from: from_id, to: given.person, as: 'overtaken' }, { case_id })
  return left
}

async function passOn(work: Work, from: PersonId, to: PersonId): Promise<void> {
  for (;;) {
    const cases = await openCasesOf(work, from, AT_ONCE)
    for (const { id } of cases) {
      const found = await lockCase(work, id)
      if (found) await changeOwner(work, found, { person: to, chosen_by: 'successor', by: actorId(work.actor) })
    }
    if (cases.length < AT_ONCE) return
  }
}
