// My seat: whether I am offered work, what I have in hand, which queues I serve.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { MySeat } from './contract.ts'
import { meOf } from './my-offers.ts'
import { preferenceFor } from './rules/compile-people.ts'
import { currentRulebook } from './rulebook/current.ts'
import { peopleOfRouting } from './rulebook/people.ts'
import { showItems } from './show.ts'
import { noSeat, showSeats } from './show-seats.ts'
import { countWaiting, inHandOf } from './store/item.ts'
import { findRouter } from './store/router.ts'
import { findSeats } from './store/seat.ts'

export const getMySeat = (work: Work): Promise<MySeat> => showMySeat(work, meOf(work))

export async function showMySeat(work: Work, person: PersonId): Promise<MySeat> {
  const [[row], router] = await Promise.all([findSeats(work, [person]), findRouter(work)])
  const routed = row !== undefined && router !== undefined && !router.ended_at
  const [seats, items, queues] = await Promise.all([
    showSeats(work, [row ?? noSeat(work, person)]),
    inHandOf(work, [person]).then((held) => showItems(work, held)),
    routed ? queuesOf(work, person) : { served: [], pull: [] },
  ])
  return { ...seats[0]!, routed: routed && queues.served.length > 0, items, queues: queues.served, pull: queues.pull }
}

type Queues = Pick<MySeat, 'pull'> & { served: MySeat['queues'] }
async function queuesOf(work: Work, person: PersonId): Promise<Queues> {
  const current = await currentRulebook(work)
  const me = (await peopleOfRouting(work)).find(({ id }) => id === person)
  if (!current || !me) return { served: [], pull: [] }
  const mine = current.document.queues
    .flatMap((queue) => {
      const steps = preferenceFor(me, queue)
      return steps === null ? [] : [{ queue, steps }]
    })
    .toSorted((a, b) => b.steps - a.steps)
  const shown = ({ queue }: (typeof mine)[number]) => ({ key: queue.key, name: queue.name || queue.key })
  const asked = mine.filter(({ queue }) => queue.mode === 'pull').map(shown)
  const waiting = asked.length === 0 ? [] : await countWaiting(work, asked.map(({ key }) => key)) // prettier-ignore
  const ofQueue = new Map(waiting.map(({ queue, count }) => [queue, count]))
  return { served: mine.map(shown), pull: asked.map((queue) => ({ ...queue, waiting: ofQueue.get(queue.key) ?? 0 })) }
}
