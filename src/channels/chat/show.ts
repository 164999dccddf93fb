// Chats as the desk shows them.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { allow, can, scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { chatUnknown, type Chat, type ChatState, type OpenChat } from '../contract.ts'
import type { Visitors } from './visitors.ts'
import { excerpt } from './rules/excerpt.ts'
import { findListed, listVisits, type ListedRow } from './store/lists.ts'
import { placesAfter } from './store/message.ts'

type Page = { state: ChatState; cursor?: string | undefined; limit: number }

export const list =
  (visitors: Visitors) =>
  async (work: Work, { state, cursor, limit }: Page): Promise<{ items: Chat[]; next: string | null }> => {
    allow(work, 'case.read')
    const me = work.actor.kind === 'person' ? work.actor.id : null
    const rows = await listVisits(work, {
      state,
      me,
      scopes: scopesFor(work.actor, 'case.read'),
      after: cursor ?? null,
      most: limit + 1,
    })
    const shown = rows.slice(0, limit)
    return { items: await chatsOf(work, visitors, shown), next: rows.length > limit ? shown.at(-1)!.id : null }
  }

const MOST_PLACES = 500

export const show =
  (visitors: Visitors) =>
  async (work: Work, { conversation }: { conversation: ConversationId }): Promise<OpenChat> => {
    const row = await findListed(work, conversation)
    if (!row || !can(work.actor, 'case.read', { brand: row.brand_id })) throw refuse(chatUnknown, {})
    const [[chat], places] = await Promise.all([
      chatsOf(work, visitors, [row]),
      placesAfter(work, conversation, { after: 0, most: MOST_PLACES }),
    ])
    return {
      ...chat!,
      read_by_visitor: row.read_by_visitor,
      read_by_us: row.read_by_us,
      places: places.map(({ seq, interaction_id, by_mail }) => ({ seq, interaction_id, by_mail })),
      may: mayDo(work, row),
    }
  }

function mayDo(work: Work, row: ListedRow): OpenChat['may'] {
  const of = { brand: row.brand_id }
  const me = work.actor.kind === 'person' ? work.actor.id : null
  const mine = row.served_by === null || row.served_by === me
  const may = {
    serve: can(work.actor, 'case.take', of),
    hand_over: mine || can(work.actor, 'case.assign', of),
    end: row.over_at === null,
    reply: true,
  }
  if (!can(work.actor, 'case.reply', of)) return []
  return (Object.keys(may) as OpenChat['may']).filter((each) => may[each]) // the keys of a literal are its names
}

async function chatsOf(work: Work, visitors: Visitors, rows: readonly ListedRow[]): Promise<Chat[]> {
  const ids = rows.map((row) => row.case_id)
  const facts = await cases.facts(work, ids)
  const [people, said, doors, houses] = await Promise.all([
    staff.find(work, rows.flatMap((row) => [facts.get(row.case_id)!.owner_id, ...(row.served_by ? [row.served_by] : [])])), // foreign keys say that there are
    cases.spoken(work, ids, rows.map((row) => row.last_interaction)),
    byId(rows.map((row) => row.entry_point_id), (id) => brands.entryPoint(work, id)),
    byId(rows.map((row) => row.brand_id), (id) => brands.brand(work, id)),
  ]) // prettier-ignore
  const person = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  return rows.map((row) => {
    const of = facts.get(row.case_id)! // a foreign key says that there is one
    const [door, brand] = [doors.get(row.entry_point_id), houses.get(row.brand_id)]
    return {
      ...bare(row), case_number: of.number, subject: of.subject, entry_point: { id: row.entry_point_id, name: door?.name ?? '' },
      brand: { id: row.brand_id, name: brand?.name ?? '', colour: brand?.colour ?? '' }, visitor: { ...whoIsIt(row), customer_id: of.customer_id },
      served_by: row.served_by && person(row.served_by), owner: person(of.owner_id), online: visitors.isHere(work.tenant, row.conversation_id),
      last: { seq: row.last_seq, from: row.last_from, at: row.last_at.toString(), excerpt: excerpt(said.get(row.last_interaction)?.text ?? '', 140) },
    }
  }) // prettier-ignore
}

const whoIsIt = ({ proven, said }: ListedRow) => ({ name: proven?.name || said?.name || '', said, proven })

const shown = (at: Temporal.Instant | null): string | null => at?.toString() ?? null
const bare = (row: ListedRow) => ({
  conversation_id: row.conversation_id, case_id: row.case_id, opened_at: row.opened_at.toString(), waiting_since: shown(row.waiting_since),
  left_at: shown(row.left_at), over_at: shown(row.over_at), unread: row.unread, page: row.page, language: row.language,
}) // prettier-ignore

async function byId<Name extends string, Found>(
  ids: readonly Name[],
  find: (id: Name) => Promise<Found>,
): Promise<Map<Name, Found>> {
  const found = [...new Set(ids)].map(async (id) => [id, await find(id)] as const)
  return new Map(await Promise.all(found))
}
