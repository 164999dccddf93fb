// Who works on a case. Anybody who may answer in it says so for themselves; for somebody else it is said by whoever answers for the case, or
// may assign it. Whoever answers for it stays the same.
import { can } from '#access'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import { caseHandled, caseUnhandled, handlingNotYours, type CaseId, type Handler } from './contract.ts'
import { familyOf } from './family.ts'
import { personNamed } from './names.ts'
import { needReader } from './need-reader.ts'
import { holdMain } from './need.ts'
import type { CaseRow } from './store/case.ts'
import { endHandler, endRouted, handlersOf, insertHandler, keepByHand, renameRole, type HandlerRow } from './store/handler.ts'

type Handling = { id: CaseId; person: PersonId | 'me'; role?: string | undefined }

export async function handle(work: Work, { id, person, role = '' }: Handling): Promise<{ items: Handler[] }> {
  const found = await holdMain(work, id, 'case.reply')
  const who = whoOf(work, person)
  mayFor(work, found, who)
  await needReader(work, who, found.brand_id)
  const made = await begin(work, { case_id: found.id, person: who, role, routed: false })
  if (made === 0) await keepByHand(work, { case_id: found.id, person: who })
  const renamed = made === 0 && role !== '' ? await renameRole(work, { case_id: found.id, person: who, role }) : 0
  if (made + renamed > 0)
    work.publish(caseHandled, { case_id: found.id, person: who, owner: found.owner_id }, { case_id: found.id })
  return await shown(work, found.id)
}

/** For the room that gives out work: they accepted it. Whoever already works on the case does so as before. */
export async function handleAsRouted(work: Work, { id, person }: { id: CaseId; person: PersonId }): Promise<void> {
  const found = await holdMain(work, id, 'case.reply')
  await needReader(work, person, found.brand_id)
  const made = await begin(work, { case_id: found.id, person, role: '', routed: true })
  if (made > 0) work.publish(caseHandled, { case_id: found.id, person, owner: found.owner_id }, { case_id: found.id })
}

/** They are done with what they accepted; whoever said by hand that they work on the case still does. */
export async function doneAsRouted(work: Work, { id, person }: { id: CaseId; person: PersonId }): Promise<void> {
  const found = await holdMain(work, id, 'case.read')
  const ended = await endRouted(work, await familyOf(work, found.id), person)
  if (ended > 0) work.publish(caseUnhandled, { case_id: found.id, person, owner: found.owner_id }, { case_id: found.id })
}

const begin = (work: Work, handler: Pick<Parameters<typeof insertHandler>[1], 'case_id' | 'person' | 'role' | 'routed'>) =>
  insertHandler(work, { id: newId<'handler'>(work.now), by: actorId(work.actor), ...handler })

export async function unhandle(work: Work, { id, person }: Handling): Promise<{ items: Handler[] }> {
  const found = await holdMain(work, id, 'case.read')
  const who = whoOf(work, person)
  mayFor(work, found, who)
  const ended = await endHandler(work, await familyOf(work, found.id), who)
  if (ended > 0) work.publish(caseUnhandled, { case_id: found.id, person: who, owner: found.owner_id }, { case_id: found.id })
  return await shown(work, found.id)
}

function whoOf({ actor }: Work, person: PersonId | 'me'): PersonId {
  if (person !== 'me') return person
  if (actor.kind !== 'person') throw refuse(handlingNotYours, {})
  return actor.id
}

function mayFor(work: Work, found: CaseRow, who: PersonId): void {
  const me = work.actor.kind === 'person' ? work.actor.id : null
  if (me === who || me === found.owner_id || can(work.actor, 'case.assign', { brand: found.brand_id })) return
  throw refuse(handlingNotYours, {})
}

async function shown(work: Work, id: CaseId): Promise<{ items: Handler[] }> {
  const rows = await handlersOf(work, await familyOf(work, id))
  const people = await staff.find(work, rows.map(({ person_id }) => person_id)) // prettier-ignore
  return { items: showHandlers(rows, people) }
}

/** One who works on the case and on what is part of it is named once, since they first did. */
export function showHandlers(rows: readonly HandlerRow[], people: Parameters<typeof personNamed>[0]): Handler[] {
  const once = new Map<PersonId, HandlerRow>()
  for (const row of rows) if (!once.has(row.person_id)) once.set(row.person_id, row)
  return [...once.values()].map((row) => ({ ...personNamed(people, row.person_id), since: row.since.toString(), role: row.role }))
}
