import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { noRules, seatOff, type Item } from './contract.ts'
import { meOf } from './my-offers.ts'
import { step } from './router/step.ts'
import { showItems } from './show.ts'

/** "Give me the next": what I would be offered, and what waits in queues that people ask; it is mine at once. */
export async function askNext(work: Work): Promise<{ found: boolean; item: Item | null }> {
  allow(work, 'routing.take')
  const person = meOf(work)
  const done = await step(work, [{ is: 'asks', person }])
  if (!done) throw refuse(noRules, {})
  if (done.outcomes.some((each) => each.is === 'ignored' && each.person === person)) throw refuse(seatOff, {})
  const mine = done.given.find((each) => each.person === person)
  return mine ? { found: true, item: (await showItems(work, [mine.item]))[0]! } : { found: false, item: null }
}
