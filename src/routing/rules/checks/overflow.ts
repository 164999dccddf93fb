// Where work goes when it cannot stay: to a queue that is there, and not round and round.
import type { QueueCheck } from '../check-rules.ts'
import { queueName, type Queue, type Rulebook } from '../../contract/rulebook.ts'
import { said } from '../said.ts'
import { finding, quoted, quotedName } from './made.ts'

/** The queues to which work of a queue may go by itself: it waited, too many wait, it is full, it is closed. */
export const goesTo = ({ overflow, closed, most_waiting }: Queue): string[] => [
  ...overflow.map(({ to }) => to),
  ...[closed, most_waiting?.otherwise].flatMap((where) => (where?.does === 'overflow' ? [where.to] : [])),
]

const queueOf = ({ queues }: Rulebook, key: string): Queue | undefined => queues.find((queue) => queue.key === key)

export const overflowNowhere: QueueCheck = (queue, { book }) =>
  [...new Set(goesTo(queue))].flatMap((to) => {
    if (queueOf(book, to)) return []
    const [q, t] = [quoted(queue), quotedName(to)]
    return [
      finding({
        id: 'overflow_nowhere', weight: 'wrong', queue, part: 'overflow',
        says: said(`${q.fr} déborde vers ${t.fr}, qui n’existe pas.`, `${q.en} overflows to ${t.en}, which does not exist.`),
        mend: said('Choisissez une file de la liste.', 'Choose a queue of the list.'),
      }),
    ]
  }) // prettier-ignore

export const overflowInCircle: QueueCheck = (queue, { book }) => {
  const circle = circleFrom(queue, book)
  if (!circle || circle.some((each) => book.queues.indexOf(each) < book.queues.indexOf(queue))) return [] // said once, of its first queue
  const way = [...circle, queue].map(queueName).join(' → ')
  return [
    finding({
      id: 'overflow_in_circle', weight: 'wrong', queue, part: 'overflow',
      says: said(`Le débordement tourne en rond : ${way}.`, `The overflow goes round in a circle: ${way}.`),
      mend: said('Retirez l’un de ces débordements.', 'Take one of these overflows away.'),
    }),
  ]
} // prettier-ignore

// The shortest way from a queue back to itself, by breadth; null where there is none.
function circleFrom(queue: Queue, book: Rulebook): Queue[] | null {
  const seen = new Set<string>()
  let ways: Queue[][] = [[queue]]
  while (ways.length > 0) {
    const next: Queue[][] = []
    for (const way of ways)
      for (const key of goesTo(way.at(-1)!)) {
        if (key === queue.key) return way
        const to = queueOf(book, key)
        if (to && !seen.has(key)) next.push([...way, to])
        seen.add(key)
      }
    ways = next
  }
  return null
}
