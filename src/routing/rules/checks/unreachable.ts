// A queue that nothing reaches: one before it takes all that it would, and nothing overflows into it.
import type { Queue } from '../../contract/rulebook.ts'
import type { QueueCheck } from '../check-rules.ts'
import { said } from '../said.ts'
import { finding, quoted } from './made.ts'
import { goesTo } from './overflow.ts'

export const unreachable: QueueCheck = (queue, { book }) => {
  const before = book.queues.slice(0, book.queues.indexOf(queue)).find((other) => takesAllOf(other, queue))
  if (!before || book.queues.some((other) => other !== queue && goesTo(other).includes(queue.key))) return []
  const [q, b] = [quoted(queue), quoted(before)]
  return [
    finding({
      id: 'queue_unreachable', weight: 'doubtful', queue, part: 'takes',
      says: said(`Rien n’arrive dans ${q.fr} : ${b.fr}, placée avant, prend déjà tout cela.`, `Nothing comes into ${q.en}: ${b.en}, which stands before it, takes all of that already.`),
      mend: said(`Placez ${q.fr} avant ${b.fr}, ou précisez ce que prend ${b.fr}.`, `Put ${q.en} before ${b.en}, or say more closely what ${b.en} takes.`),
    }),
  ]
} // prettier-ignore

const lists = ['channels', 'reasons', 'languages', 'brands', 'entry_points', 'flags', 'priorities', 'degrees'] as const

/** Whether `wide` takes everything that `narrow` would. Where one depends on being open, it may not. */
export const takesAllOf = ({ takes: wide }: Pick<Queue, 'takes'>, { takes: narrow }: Pick<Queue, 'takes'>): boolean =>
  wide.when === 'always' && lists.every((list) => holdsAll(wide[list], narrow[list]))

const holdsAll = (wide: readonly unknown[] | null, narrow: readonly unknown[] | null): boolean =>
  wide === null || (narrow !== null && narrow.every((each) => wide.includes(each)))
