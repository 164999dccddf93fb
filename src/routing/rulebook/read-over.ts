// A rulebook read over for whoever is not at the desk: what is wrong or doubtful, and each queue in plain words.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { RuleCheck } from '../contract/rulebook-endpoints.ts'
import type { Rulebook } from '../contract/rulebook.ts'
import { checkRules } from '../rules/check-rules.ts'
import { namesOfHouse } from '../rules/names.ts'
import { queueWords } from '../rules/queue-words.ts'
import { houseOfRules } from './house.ts'

type ReadOver = { checks: RuleCheck[]; queues: { key: string; fr: string; en: string }[] }

export async function readOver(work: Work, { document }: { document: Rulebook }): Promise<ReadOver> {
  allow(work, 'routing.read')
  const house = await houseOfRules(work)
  const names = namesOfHouse(house, document)
  return {
    checks: checkRules(document, house),
    queues: document.queues.map((queue) => ({ key: queue.key, ...queueWords(queue, names) })),
  }
}
