// What a step means in the house: what was accepted for somebody is theirs, what somebody has done they no longer work on.
import { log } from '#base/log'
import type { PersonId } from '#base/contract'
import { Refused, type Work } from '#base/work'
import { acceptInTheHouse, doneInTheHouse } from '../accepted/in-the-house.ts'
import type { ItemRow } from '../store/item.ts'
import type { Held } from './hold.ts'

type Having = { item: ItemRow; person: PersonId }

/** Whether whoever accepts answers for a case that nobody in particular was chosen for. */
export const isAccountable = ({ compiled }: Pick<Held, 'compiled'>, { queue, rulebook }: ItemRow): boolean =>
  compiled.lanes.find((lane) => lane.version === rulebook && lane.key === queue)?.queue.accountable ?? false

export async function carryOut(
  work: Work,
  held: Held,
  { given, done }: { given: readonly Having[]; done: readonly Having[] },
): Promise<void> {
  for (const { item, person } of given)
    await withoutRefusal(item, acceptInTheHouse(work, { item, person, answers_for_it: isAccountable(held, item) }))
  for (const { item, person } of done) await withoutRefusal(item, doneInTheHouse(work, { item, person }))
}

// Nobody is there to be told, and the step holds all the same: the item is in their hand, the case says who answers for it.
async function withoutRefusal({ id }: ItemRow, doing: Promise<void>): Promise<void> {
  try {
    await doing
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    log.warn({ item: id, refusal: error.refusal.code }, 'routing: the house did not follow what was accepted or done')
  }
}
