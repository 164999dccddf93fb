// To which queue a piece of work goes: the first, in the rulebook's order, all of whose conditions hold. It says which condition decided, and at
// each queue before it which condition turned it away. Pure.
import type { Queue, Rulebook, Takes, WorkFacts } from '../contract/rulebook.ts'

export const conditions = [
  'channels', 'reasons', 'languages', 'brands', 'entry_points', 'flags', 'priorities', 'degrees', 'when',
] as const // prettier-ignore
export type Condition = (typeof conditions)[number]

export type Classified = {
  queue: Queue | null // null: no queue takes it
  because: readonly Condition[] // what the queue asks and this fulfils; empty: it takes everything
  passed: readonly { queue: Queue; because: Condition }[] // the queues before it, each with the first condition that did not hold
}

const FIRST_LINE = 1
const NOT_KNOWN = 'none'

/** @param isOpen whether a queue is open at the moment of the question; only asked where a queue's place depends on it */
export function classify({ queues }: Pick<Rulebook, 'queues'>, facts: WorkFacts, isOpen: (queue: Queue) => boolean): Classified {
  const passed: { queue: Queue; because: Condition }[] = []
  for (const queue of queues) {
    const because = conditions.find((condition) => !holds(condition, { queue, facts, isOpen }))
    if (!because) return { queue, because: asked(queue), passed }
    passed.push({ queue, because })
  }
  return { queue: null, because: [], passed }
}

/** What a queue asks at all. */
export const asked = ({ takes }: Queue): Condition[] =>
  conditions.filter((condition) => (condition === 'when' ? takes.when !== 'always' : takes[condition] !== null))

type Asked = { queue: Queue; facts: WorkFacts; isOpen: (queue: Queue) => boolean }

const holds = (condition: Condition, asked: Asked): boolean => HOLDS[condition](asked.queue.takes, asked.facts, asked)

const HOLDS: Readonly<Record<Condition, (takes: Takes, facts: WorkFacts, asked: Asked) => boolean>> = {
  channels: ({ channels }, { channel }) => channels === null || channels.includes(channel),
  reasons: ({ reasons }, { reason }) => among(reasons, reason),
  languages: ({ languages }, { language }) => among(languages, language),
  brands: ({ brands }, { brand }) => among(brands, brand),
  entry_points: ({ entry_points }, { entry_point }) => among(entry_points, entry_point),
  flags: ({ flags }, facts) => flags === null || flags.some((flag) => facts.flags.includes(flag)),
  priorities: ({ priorities }, { priority }) => priorities === null || priorities.includes(priority),
  degrees: ({ degrees }, { degree }) => degrees === null || degrees.includes(degree ?? FIRST_LINE),
  when: ({ when }, _facts, { queue, isOpen }) => when === 'always' || isOpen(queue) === (when === 'open'),
}

const among = (wanted: readonly string[] | null, had: string | null): boolean =>
  wanted === null || wanted.includes(had ?? NOT_KNOWN)
