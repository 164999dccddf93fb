// To which stream each kind of contact belongs, by the rules in force now: whatever the rules were when it came.
import * as routing from '#routing'
import { workFacts, type KindFacts } from '#rehearsal'
import { classify, type Rulebook } from '#routing/contract'
import type { Work } from '#base/work'
import type { Stream } from '../contract/streams.ts'

export type Sorter = {
  streamOf(facts: KindFacts): Stream
  labelOf(queue: string): string
  queues: Rulebook['queues']
}

export async function sorterOf(work: Work): Promise<Sorter> {
  const current = await routing.currentRulebook(work)
  const book = current?.document ?? null
  const labels = new Map(book?.queues.map(({ key, name }) => [key, name]))
  return {
    streamOf: (facts) => ({
      queue: book ? (classify(book, workFacts(facts), () => true).queue?.key ?? '') : '',
      channel: facts.channel,
    }),
    labelOf: (queue) => labels.get(queue) ?? queue,
    queues: book?.queues ?? [],
  }
}
