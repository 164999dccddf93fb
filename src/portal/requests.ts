// What a link shows: one request as a thread between its customer and us, and, for a proven customer, all their requests with this brand.
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { CaseId, InteractionId } from '#cases/contract'
import { contactOf, type Contact } from './contact.ts'
import { requestNotShown } from './contract.ts'
import { addressesOf, isBetweenUs } from './rules/between-us.ts'
import { asksIn } from './rules/asks-in.ts'
import { statusOf, type Status } from './rules/status.ts'
import type { LinkRow } from './store/link.ts'

type PromiseFacts = Awaited<ReturnType<typeof commitments.promisesOf>>[number]
export type Document = { id: string; name: string; type: string; size: number; file_id: string }
export type SaidHere = {
  id: InteractionId
  from: 'customer' | 'us' | 'house'
  by: { id: PersonId; name: string; photo: boolean } | null
  at: Temporal.Instant
  text: string
  documents: Document[]
}
export type PromiseHere = {
  what: string
  due_at: Temporal.Instant
  day: string | null
  zone: string
  late: boolean
  made_at: Temporal.Instant
  first: { due_at: Temporal.Instant; day: string | null; zone: string } | null // what was promised first, where it was moved since
}
export type RequestHere = {
  id: CaseId
  number: number
  subject: string
  opened_at: Temporal.Instant
  closed_at: Temporal.Instant | null
  status: Status
  contact: Contact
  promises: PromiseHere[] // owed, the first due first
  kept: { what: string; at: Temporal.Instant }[]
  awaited: { asks: readonly string[]; at: Temporal.Instant } | null
  thread: SaidHere[] // the oldest first
  more: boolean // older messages are not shown here
  state: string // changes whenever something is said, promised, closed or handed over
}
const MOST_LOOKED_AT = 400

/** The request a link opens first, or the one numbered so among those it shows. */
export async function requestOf(work: Work, link: LinkRow, number?: number): Promise<cases.RequestFacts> {
  const found = await findRequest(work, link, number)
  if (!found) throw refuse(requestNotShown, {})
  return found
}

async function findRequest(work: Work, link: LinkRow, number?: number): Promise<cases.RequestFacts | undefined> {
  if (link.scope === 'case') {
    const only = link.case_id ? await cases.request(work, link.case_id) : undefined
    return number === undefined || only?.number === number ? only : undefined
  }
  const of = { customer: link.customer_id!, brand: link.brand_id, most: 1 } // the table holds it for this scope
  if (number !== undefined) return (await cases.requestsOf(work, { ...of, number }))[0]
  const first = link.case_id ? await cases.request(work, link.case_id) : undefined
  const isTheirs = first?.customer_id === link.customer_id && first.brand_id === link.brand_id
  return isTheirs ? first : (await cases.requestsOf(work, of))[0]
}

type Heard = { said: cases.Said[]; files: Map<InteractionId, cases.KeptFile[]>; more: boolean }

/** What of a case is between the reader of this link and us, the oldest first. */
export async function heardThrough(
  work: Work,
  link: LinkRow,
  of: Pick<cases.RequestFacts, 'id' | 'customer_id'>,
): Promise<Heard> {
  const all = await cases.saidIn(work, of.id, { most: MOST_LOOKED_AT })
  const customer = link.customer_id
  const facts = customer ? (await customers.find(work, [customer])).get(customer) : undefined
  const addresses = addressesOf([link.mailed_to, facts?.email ?? null], all, customer)
  const said = all.filter((message) => isBetweenUs(message, { customer, addresses, now: work.now })).toReversed()
  const files = await cases.filesOf(work, of.id, said.map(({ id }) => id)) // prettier-ignore
  return { said, files: Map.groupBy(files, ({ interaction_id }) => interaction_id), more: all.length === MOST_LOOKED_AT }
}

export async function showRequest(work: Work, link: LinkRow, found: cases.RequestFacts): Promise<RequestHere> {
  const [{ said, files, more }, contact, all] = await Promise.all([
    heardThrough(work, link, found),
    contactOf(work, found),
    promisesIn(work, found.id),
  ])
  const people = await staff.find(work, [...new Set(said.flatMap(({ author_id }) => author_id ?? []))]) // prettier-ignore
  const last = said.findLast(({ kind }) => kind === 'message')
  const promises = promisesHere(all)
  const status = statusOf({
    closed_at: found.closed_at, looked: found.owner_looked_at !== null || found.last_out_at !== null, promise: promises[0] ?? null,
    last: last ? { direction: last.direction, text: words(last) } : null, now: work.now,
  }) // prettier-ignore
  const asks = status === 'with_you' && last ? asksIn(words(last)) : null
  const { id, number, subject, opened_at, closed_at } = found
  return {
    id, number, subject, opened_at, closed_at, status, contact, promises,
    kept: all.flatMap(({ what, kept_at }) => (kept_at ? [{ what, at: kept_at }] : [])).slice(0, 20),
    awaited: asks && last ? { asks, at: last.at } : null,
    thread: said.map((each) => thing(each, files.get(each.id) ?? [], people)),
    more,
    state: stateOf(found, all, work.now),
  } // prettier-ignore
}

// What is owed, the first due first; where it took the place of another, what was promised first of all.
function promisesHere(all: readonly PromiseFacts[]): PromiseHere[] {
  const before = new Map(all.flatMap((each) => (each.moved_to ? [[each.moved_to, each] as const] : [])))
  const firstOf = (each: PromiseFacts): PromiseFacts => {
    const previous = before.get(each.id)
    return previous ? firstOf(previous) : each // the table lets no chain join or go in a circle
  }
  const said = ({ due_at, due_day, zone }: PromiseFacts) => ({ due_at, day: due_day?.toString() ?? null, zone })
  return all
    .filter(({ state }) => state === 'open' || state === 'broken')
    .toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))
    .map((each) => {
      const first = firstOf(each)
      return {
        what: each.what,
        ...said(each),
        late: each.state === 'broken',
        made_at: each.made_at,
        first: first === each ? null : said(first),
      }
    })
}

type Known = Awaited<ReturnType<typeof staff.find>>

function thing(said: cases.Said, files: cases.KeptFile[], people: Known): SaidHere {
  const author = said.author_id ? people.get(said.author_id) : undefined
  const from = said.direction === 'in' ? 'customer' : said.kind === 'notice' ? 'house' : 'us'
  return {
    id: said.id,
    from,
    by: author ? { id: author.id, name: author.name, photo: author.photo !== null } : null,
    at: said.at,
    text: words(said),
    documents: files.map(({ id, name, type, size, file_id }) => ({ id, name, type, size, file_id })),
  }
}

// What was newly written; all of it where that could not be told apart.
const words = ({ visible_text, text }: Pick<cases.Said, 'visible_text' | 'text'>): string =>
  (visible_text.trim() === '' ? text : visible_text).trim()

// Of a request and of those that were made part of it.
const promisesIn = async (work: Work, id: CaseId): Promise<PromiseFacts[]> =>
  await commitments.promisesOf(work, await cases.familyOf(work, id))

// What is asked again and again while somebody looks: a few reads, and nothing of what was said.
export async function requestState(work: Work, found: cases.RequestFacts): Promise<string> {
  return stateOf(found, await promisesIn(work, found.id), work.now)
}

// An answer is written some seconds before it leaves and may be seen: for a minute after one, each ten seconds count as news.
const FRESH_SECONDS = 60
function stateOf(found: cases.RequestFacts, promises: PromiseFacts[], now: Temporal.Instant): string {
  const since = found.last_out_at ? now.since(found.last_out_at).total('seconds') : FRESH_SECONDS
  const { version, last_at, closed_at, owner_id } = found
  return [
    version, last_at, closed_at, owner_id, ...promises.map((each) => `${each.id}${each.version}${each.state}`), since < FRESH_SECONDS ? Math.floor(since / 10) : '',
  ].join(' ') // prettier-ignore
}
