// A finding of a check, said in both languages: what is the matter, and what to do about it.
import type { RuleCheck } from '../../contract/rulebook-endpoints.ts'
import { queueName, type Queue } from '../../contract/rulebook.ts'
import type { Said } from '../said.ts'

type Finding = { id: string; weight: RuleCheck['weight']; queue: Queue; part: RuleCheck['at']['part']; says: Said; mend: Said }

export const finding = ({ id, weight, queue, part, says, mend }: Finding): RuleCheck => ({
  id,
  weight,
  at: { queue: queue.key, part },
  ...says,
  mend,
})

/** The queue by name, between the quotation marks of each language. */
export const quoted = (queue: Pick<Queue, 'key' | 'name'>): Said => quotedName(queueName(queue))
export const quotedName = (name: string): Said => ({ fr: `«\u202f${name}\u202f»`, en: `“${name}”` })
