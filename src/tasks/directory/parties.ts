// The cards of those outside the house.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  ownSuperior,
  partyEmailTaken,
  partyUnknown,
  usualFormula,
  type Party,
  type PartyCard,
  type PartyId,
  type Usual,
} from '../contract.ts'
import * as store from './store/party.ts'
import { usualOf } from './usual.ts'

type Asked = { q?: string | undefined; cursor?: string | undefined; limit: number }

export async function listParties(work: Work, { q = '', cursor, limit }: Asked) {
  allow(work, 'task.read')
  const like =
    q.trim() === ''
      ? null
      : `%${q
          .trim()
          .toLowerCase()
          .replace(/[\\%_]/g, '\\$&')}%`
  const rows = await store.listCards(work, { like, after: readPlace(cursor), most: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? `${last.id}${last.name.toLowerCase()}` : null
  return { items: await show(work, shown), next, formula: usualFormula }
}

const readPlace = (cursor = ''): { id: string; name: string } | undefined => {
  const [, id, name] = /^([0-9a-f-]{36})(.*)$/s.exec(cursor) ?? []
  return id && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { id, name: name ?? '' } : undefined
}

async function show(work: Work, rows: readonly store.PartyCardRow[]): Promise<Party[]> {
  const ids = rows.map(({ id }) => id)
  const [usual, open] = await Promise.all([usualOf(work, ids), ids.length > 0 ? store.openTasksOf(work, ids) : []])
  const counted = new Map(open.map(({ party_id, n }) => [party_id, n]))
  return rows.map((row) => card(row, { usual: usual.get(row.id) ?? null, open: counted.get(row.id) ?? 0 }))
}

const card = (row: store.PartyCardRow, { usual, open }: { usual: Usual | null; open: number }): Party => ({
  id: row.id,
  name: row.name,
  email: row.email,
  trade: row.trade,
  phone: row.phone,
  superior: row.superior_email ? { name: row.superior_name, email: row.superior_email } : null,
  language: row.language,
  zone: row.zone,
  note: row.note,
  undeliverable_at: row.undeliverable_at?.toString() ?? null,
  usual,
  open_tasks: open,
  version: row.version,
})

export async function addParty(work: Work, given: PartyCard): Promise<Party> {
  allow(work, 'case.reply')
  await needSound(work, given, null)
  const id = newId<'party'>(work.now)
  await store.insertParty(work, { ...given, id })
  await store.writeCard(work, id, { ...given, sameAddress: true })
  await audit(work, 'directory.party_added', { about: id, details: { name: given.name } })
  return await need(work, id)
}

export async function editParty(
  work: Work,
  { id, version, ...given }: PartyCard & { id: PartyId; version?: number | undefined },
): Promise<Party> {
  allow(work, 'case.reply')
  const before = await need(work, id)
  await needSound(work, given, id)
  const from = version ?? before.version
  if ((await store.updateParty(work, { ...given, id, version: from })) === 0)
    throw refuse(stale, { current: before, given_version: from, current_version: before.version })
  await store.writeCard(work, id, { ...given, sameAddress: given.email === before.email })
  await audit(work, 'directory.party_changed', { about: id, details: { name: given.name } })
  return await need(work, id)
}

async function need(work: Work, id: PartyId): Promise<Party> {
  const [row] = await store.cardsOf(work, [id])
  if (!row || row.retired_at) throw refuse(partyUnknown, {})
  return (await show(work, [row]))[0]! // one in, one out
}

async function needSound(work: Work, { email, superior }: PartyCard, but: PartyId | null): Promise<void> {
  if (superior?.email === email) throw refuse(ownSuperior, {})
  const other = await store.findByEmail(work, email, but)
  if (other) throw refuse(partyEmailTaken, { name: other.name })
}
