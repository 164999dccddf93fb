// A kind of contact as the rules look at it.
import { classify, type Rulebook, type WorkChannel, type WorkFacts } from '#routing/contract'
import type { KindFacts } from './kinds.ts'

export const workFacts = ({ channel, entry_point, brand, reason, language, priority, degree, flags }: KindFacts): WorkFacts => ({
  channel: channel as WorkChannel, // routing's own names, or a door's: what no queue knows, none takes
  entry_point,
  brand,
  reason,
  language,
  flags: flags ? flags.split(',') : [],
  priority: priority === 'low' || priority === 'high' || priority === 'urgent' ? priority : 'normal',
  degree: degree ? Number(degree) : null,
})

/** Whether a queue takes it, were all of them open; otherwise it stays with whoever answers for the case. */
export const isTaken = (rulebook: Rulebook, facts: KindFacts): boolean =>
  classify(rulebook, workFacts(facts), () => true).queue !== null
