// How the period really went, counted as the report counts (contract/report.ts): by the queue each kind of contact goes to under today's rules.
import type { Really, ServiceFormula } from '../contract.ts'
import { isInstant, type Contacts } from './contacts.ts'
import type { Handling } from './handling.ts'
import type { KindOfContacts } from './kinds.ts'

type Level = { within_s: number; formula: ServiceFormula }
export type Fate = { wait_s: number; lost: number }

/** What became of one contact, null where nobody knows. Of work that can wait, the wait ends where the work on the answer must have begun. */
export function fateOf(contacts: Contacts, { of_contact }: Handling, i: number): Fate | null {
  const arrived = contacts.arrived_ms[i] ?? NaN
  const gone = contacts.gone_ms[i] ?? NaN
  if (gone >= 0) return { wait_s: (gone - arrived) / 1_000, lost: 1 }
  const taken = contacts.taken_ms[i] ?? NaN
  if (!(taken >= 0)) return null
  const isAnswerItself = taken === contacts.ended_ms[i]
  const work_s = isAnswerItself && of_contact[i]! >= 0 ? of_contact[i]! : 0 // as many as contacts
  return { wait_s: Math.max(0, (taken - arrived) / 1_000 - work_s), lost: 0 }
}

type Asked = { handling: Handling; level: Level; queues: readonly string[] } // the queue of each kind

export function reallyWent(contacts: Contacts, kinds: readonly KindOfContacts[], { handling, level, queues }: Asked): Really[] {
  const byQueue = new Map<string, number[]>()
  const instant = new Set(kinds.flatMap(({ facts }, i) => (isInstant(facts.channel) ? [queues[i] ?? ''] : [])))
  for (const [i, { places }] of kinds.entries()) {
    const queue = queues[i] ?? ''
    byQueue.set(queue, (byQueue.get(queue) ?? []).concat(places))
  }
  return [...byQueue].map(([queue, places]) =>
    counted(queue, { level: instant.has(queue) ? level : null, fates: places.map((i) => fateOf(contacts, handling, i)) }),
  )
}

// Service level and abandons are counted where somebody waits on the other side: twenty seconds say nothing of mail.
function counted(queue: string, { level, fates }: { level: Level | null; fates: (Fate | null)[] }): Really {
  const answered = fates.flatMap((fate) => (fate && fate.lost === 0 ? [fate.wait_s] : []))
  const gone = fates.flatMap((fate) => (fate && fate.lost === 1 ? [fate.wait_s] : []))
  answered.sort((a, b) => a - b)
  return {
    queue,
    offered: fates.length,
    answered: answered.length,
    service_level: level && serviceLevel(level, { answered, gone, offered: fates.length }),
    abandoned: level && fates.length > 0 ? gone.length / fates.length : null,
    wait_mean: answered.length > 0 ? answered.reduce((sum, wait) => sum + wait, 0) / answered.length : null,
    wait_p80: answered[Math.min(answered.length - 1, Math.ceil(answered.length * 0.8) - 1)] ?? null,
  }
}

type Waits = { answered: readonly number[]; gone: readonly number[]; offered: number }

/** By the four formulas of the report; null where there is nothing to divide by. */
export function serviceLevel({ within_s, formula }: Level, { answered, gone, offered }: Waits): number | null {
  const intime = answered.filter((wait) => wait <= within_s).length
  const early = gone.filter((wait) => wait <= within_s).length
  const share = (of: number, all: number): number | null => (all > 0 ? of / all : null)
  switch (formula) {
    case 'answered_within_of_offered':
      return share(intime, offered)
    case 'answered_within_of_answered':
      return share(intime, answered.length)
    case 'answered_within_of_offered_less_short_abandons':
      return share(intime, offered - early)
    case 'answered_or_left_within_of_offered':
      return share(intime + early, offered)
  }
}
