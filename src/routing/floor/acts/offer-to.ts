// What waits is offered to somebody in particular, before everybody else; they may decline, and then it goes the way of the rules.
import * as staff from '#staff'
import { allow, audit, mayPerson } from '#access'
import { notAllowed } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import { personGone } from '#staff/contract'
import { noRules } from '../../contract/refusals.ts'
import { hold } from '../../router/hold.ts'
import { standingOf } from '../../router/machine.ts'
import { step } from '../../router/step.ts'
import { waitingItem } from './raise.ts'

export async function offerTo(work: Work, { item, person }: { item: string; person: PersonId }): Promise<object> {
  allow(work, 'routing.steer')
  const row = await waitingItem(work, item, 'routing.steer')
  if (!(await staff.active(work, person))) throw refuse(personGone, { person })
  const object = row.facts.brand === null ? {} : { brand: row.facts.brand }
  if (!(await mayPerson(work, person, { permission: row.kind === 'task' ? 'task.answer' : 'case.read', object })))
    throw refuse(notAllowed, { permission: 'case.read' })
  const held = await hold(work)
  const standing = held && standingOf(held.machine, item)
  if (!standing) throw refuse(noRules, {})
  await step(work, [{ is: 'moved', item, queue: standing.lane, because: 'by_hand', to: person }])
  await audit(work, 'routing.item_offered', { about: item, details: { person } })
  return {}
}
