// Under today's rules: the queue a kind of contact goes to, by the name the report shows; null where no queue takes it. Queues that take work only
// while they are open are taken for open.
import { classify, queueName, type WorkChannel, type WorkFacts } from '#routing/contract'
import type { Given } from '../traffic/given.ts'
import type { KindFacts, KindOfContacts } from '../traffic/kinds.ts'

export const queueToday =
  ({ books: { today } }: Given) =>
  ({ facts }: KindOfContacts): string | null => {
    if (!today) return facts.channel
    const { queue } = classify(today, workFacts(facts), () => true)
    return queue && queueName(queue)
  }

export const workFacts = ({ channel, entry_point, brand, reason, language, priority, degree, flags }: KindFacts): WorkFacts => ({
  channel: channel as WorkChannel, // routing's own names, or a door's: what no queue knows, none takes
  entry_point,
  brand,
  reason,
  language,
  flags: flags ? flags.split(',') : [],
  priority: priorityOf(priority),
  degree: degree ? Number(degree) : null,
})

const priorityOf = (said: string): WorkFacts['priority'] =>
  said === 'low' || said === 'high' || said === 'urgent' ? said : 'normal'
