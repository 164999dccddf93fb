// The contacts of today that the service level of a queue was counted from: the same span and the same outcomes as the figure itself.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { noRules } from '../contract/refusals.ts'
import type { Counted } from '../contract/trial.ts'
import { aimsOf } from '../rules/aims.ts'
import type { Tally } from '../rules/service-level.ts'
import { listContacts } from '../store/contacts.ts'
import { spanOfDay } from './figures.ts'
import { rulesNow } from './rules-now.ts'
import { showCounted } from './show-counted.ts'

type Asked = { queue: string; outcome?: keyof Tally | undefined; cursor?: string | undefined; limit: number }

export async function listCounted(work: Work, asked: Asked): Promise<{ items: Counted[]; next: string | null }> {
  allow(work, 'routing.read')
  const rules = await rulesNow(work)
  if (!rules) throw refuse(noRules, {})
  const { midnight } = await spanOfDay(work)
  const books = [rules.current.document, ...(rules.tried ? [rules.tried.document] : [])]
  const found = await listContacts(
    work,
    { aims: aimsOf(books[0]!, books[1]), since: midnight, until: work.now },
    { queue: asked.queue, outcome: asked.outcome, before: asked.cursor, most: asked.limit + 1 },
  )
  const items = await showCounted(work, found.slice(0, asked.limit), books)
  return { items, next: found.length > asked.limit ? items.at(-1)!.item : null }
}
