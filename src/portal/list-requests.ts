// All requests of a customer with a brand, the latest first, page by page. A link to one request shows that one alone.
import * as cases from '#cases'
import { isUuid } from '#base/contract'
import type { Work } from '#base/work'
import { statusOf, type Status } from './rules/status.ts'
import * as commitments from '#commitments'
import type { LinkRow } from './store/link.ts'

type PromiseFacts = Awaited<ReturnType<typeof commitments.promisesOf>>[number]
export type ListedRequest = {
  number: number
  subject: string
  opened_at: Temporal.Instant
  last_at: Temporal.Instant
  status: Status
}
export type PageOfRequests = { items: ListedRequest[]; next: string | null }

export async function listRequests(
  work: Work,
  link: LinkRow,
  { most, cursor }: { most: number; cursor?: string | undefined },
): Promise<PageOfRequests> {
  if (link.scope === 'case' || !link.customer_id) return { items: [], next: null }
  const before = readCursor(cursor)
  const found = await cases.requestsOf(work, { customer: link.customer_id, brand: link.brand_id, most: most + 1, before })
  const shown = found.slice(0, most)
  const promises = Map.groupBy(await commitments.promisesOf(work, shown.map(({ id }) => id)), ({ case_id }) => case_id) // prettier-ignore
  const last = shown.at(-1)
  return {
    items: shown.map((each) => ({ number: each.number, subject: each.subject, opened_at: each.opened_at, last_at: each.last_at, status: roughly(each, promises.get(each.id) ?? [], work.now) })), // prettier-ignore
    next: found.length > most && last ? `${last.last_at.epochMilliseconds}~${last.id}` : null,
  }
}

// In a list what was said last is not read, only who said it.
function roughly(each: cases.RequestFacts, promises: PromiseFacts[], now: Temporal.Instant): Status {
  const owed = promises.filter(({ state }) => state === 'open' || state === 'broken').toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))[0] // prettier-ignore
  const isOurs =
    each.last_out_at !== null && (each.last_in_at === null || Temporal.Instant.compare(each.last_out_at, each.last_in_at) > 0)
  const looked = each.owner_looked_at !== null || each.last_out_at !== null
  return statusOf({
    closed_at: each.closed_at,
    looked,
    promise: owed ?? null,
    last: { direction: isOurs ? 'out' : 'in', text: '' },
    now,
  })
}

function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const [, at, id = ''] = /^(\d{12,15})~(.{36})$/.exec(cursor ?? '') ?? []
  return at && isUuid(id) ? { at: Temporal.Instant.fromEpochMilliseconds(Number(at)).toString(), id } : undefined
}
