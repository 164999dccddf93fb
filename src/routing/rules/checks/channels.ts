// Work too heavy for any seat is never offered.
import { weightsOf, workChannels } from '../../contract/rulebook.ts'
import type { QueueCheck } from '../check-rules.ts'
import { said } from '../said.ts'
import { channelWords } from '../channel-words.ts'
import { finding } from './made.ts'

export const channelTooHeavy: QueueCheck = (queue, { book, people }) => {
  const roomiest = Math.max(book.seat_units, ...people.map(({ seat_units }) => seat_units ?? 0))
  const weights = weightsOf(book)
  return (queue.takes.channels ?? workChannels).flatMap((channel) => {
    const { units } = weights.get(channel)!
    if (units <= roomiest || queue.takes.channels === null) return []
    const { some } = channelWords[channel]
    return [
      finding({
        id: 'channel_too_heavy', weight: 'wrong', queue, part: 'channels',
        says: said(`${capital(some.fr)} pèsent ${units} unités, plus qu’une place n’en a (${roomiest}) : on n’en proposerait jamais.`, `${capital(some.en)} weigh ${units} units, more than a seat has (${roomiest}): they would never be offered.`),
        mend: said('Baissez le poids de ce canal, ou agrandissez la place.', 'Lower the weight of this channel, or make the seat larger.'),
      }),
    ]
  })
} // prettier-ignore

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
