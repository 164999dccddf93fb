// Everything a brief is written from, asked of the rooms below; what is written is up to rules/.
import * as brands from '#brands'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { Case, CaseId, Interaction } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { hoursOf } from './door-hours.ts'
import { awaitedIn, deadlinesOf } from './gather-owed.ts'
import type { Dossier, Language, SaidMessage } from './rules/dossier.ts'
import type { Audience } from './rules/introduce.ts'

export type Gathered = {
  dossier: Dossier
  audience: Audience
  thread: { channel: string; instant: boolean; maxLength: number | null } | null // the conversation an introduction would go on
  customer_language: Language
  house_language: Language // of whoever reads the brief
  brand: string
  number: number
  zone: string
  entry_point: string
  owner: string // who hands it over
}

export async function gather(work: Work, id: CaseId, reader: PersonId | null): Promise<Gathered> {
  const [row, found] = await Promise.all([cases.needCase(work, id, 'case.read'), cases.view(work, { id })])
  const [promised, tasks, deadlines, people, known, brand, door, [thread]] = await Promise.all([
    commitments.promisesOf(work, [id]),
    awaitedIn(work, id),
    deadlinesOf(work, id),
    reader ? staff.find(work, [reader]) : new Map<PersonId, { language: Language }>(),
    row.customer_id ? customers.find(work, [row.customer_id]) : new Map<CustomerId, { language: string | null }>(),
    brands.brand(work, row.brand_id as BrandId), // a foreign key says so
    hoursOf(work, row.entry_point_id),
    cases.threads(work, row),
  ])
  const owed = promised.filter(({ state }) => state === 'open' || state === 'broken')
  const makers = await staff.find(work, owed.flatMap(({ made_by_id }) => made_by_id ?? [])) // prettier-ignore
  const messages = messagesOf(found)
  return {
    dossier: {
      subject: found.subject,
      customer: found.customer?.name ?? '',
      opened_at: Temporal.Instant.from(found.opened_at),
      closed_at: row.closed_at,
      last_in_at: row.last_in_at,
      last_out_at: row.last_out_at,
      reopened: reopenedTimes(found),
      messages,
      left_out: found.older_interactions,
      owners: changesOf(found),
      promises: owed
        .toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))
        .map(({ id: promise, what, due_at, made_by_id, state }) => ({
          id: promise, what, due_at, made_by: (made_by_id && makers.get(made_by_id)?.name) || '', broken: state === 'broken',
        })), // prettier-ignore
      tasks,
      deadlines,
    },
    audience: audienceOf(row, found, thread),
    thread: thread ? { channel: thread.conversation.channel, ...thread.conversation.traits } : null,
    customer_language: languageOf(row.customer_id && known.get(row.customer_id)?.language, messages),
    house_language: (reader && people.get(reader)?.language) || 'fr',
    brand: brand?.name ?? '',
    number: row.number,
    zone: door.zone,
    entry_point: row.entry_point_id,
    owner: found.owner.name,
  }
}

type Row = Awaited<ReturnType<typeof cases.needCase>>
function audienceOf(row: Row, found: Case, thread: cases.Thread | undefined): Audience {
  return {
    customer: row.customer_id,
    automatic: isAutomatic(found),
    closed: row.closed_at !== null,
    suspected: row.suspected_at !== null,
    last_at: row.last_at,
    last_in_at: row.last_in_at,
    thread: thread
      ? { ...thread.conversation.traits, reachable: !thread.conversation.traits.addressed || thread.to.length > 0 }
      : null,
  }
}

const interactionsOf = (found: Case): Interaction[] =>
  found.conversations.flatMap(({ interactions }) => interactions).toSorted((a, b) => (a.at < b.at ? -1 : 1))

const messagesOf = (found: Case): SaidMessage[] =>
  interactionsOf(found)
    .filter(({ kind, state }) => kind === 'message' && state !== 'cancelled')
    .map((each) => ({
      id: each.id,
      direction: each.direction,
      at: Temporal.Instant.from(each.at),
      who: each.direction === 'in' ? each.from.name || (found.customer?.name ?? '') : (each.author?.name ?? ''),
      words: each.visible_text || each.text,
      language: each.language,
      arrived: each.state === 'failed' ? 'failed' : each.state === 'uncertain' ? 'uncertain' : 'well',
    }))

function changesOf({ owners }: Case): Dossier['owners'] {
  return owners.slice(1).map(({ owner, since }, before) => ({
    at: Temporal.Instant.from(since),
    from: owners[before]!.owner.name,
    to: owner.name,
  }))
}

// Somebody wrote, but only machines: bounces, reports, lists, and what says of itself that it is automatic.
function isAutomatic(found: Case): boolean {
  const theirs = interactionsOf(found).filter(({ direction }) => direction === 'in')
  return theirs.length > 0 && theirs.every(({ kind, marks }) => kind !== 'message' || marks.automatic === true)
}

function languageOf(known: string | null | undefined, messages: readonly SaidMessage[]): Language {
  const said = known ?? messages.findLast(({ direction, language }) => direction === 'in' && language)?.language
  return said?.startsWith('en') ? 'en' : 'fr'
}

const reopenedTimes = ({ closures }: Case): number => closures.filter(({ reopened_at }) => reopened_at).length
