// Opens a case: never without an owner, and the case says which rule chose.
import * as brands from '#brands'
import { newId } from '#base/id'
import { once } from '#base/once'
import { notFound } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { EntryPointId } from '#brands/contract'
import type { CustomerId, ProjectId } from '#customers/contract'
import type { Owner } from './choose-owner.ts'
import { caseOpened, type CaseId, type ChannelTraits, type ConversationId, type ReasonId } from './contract.ts'
import { insertOpening } from './store/opening.ts'

export type Opening = {
  subject: string
  entry_point: EntryPointId
  channel: string
  traits: ChannelTraits
  customer: CustomerId | null
  owner: Owner
  reason: ReasonId | null
  project?: ProjectId | null // of the customer or their company
  claims: CaseId | null
  customer_wrote: boolean
  suspected?: boolean // opened by what looks unwanted
}
export type Opened = { case: CaseId; conversation: ConversationId; owner: PersonId; number: number }

export async function open(work: Work, o: Opening): Promise<Opened> {
  const door = await once(work, `entry point ${o.entry_point}`, () => brands.entryPoint(work, o.entry_point))
  if (!door) throw refuse(notFound, {})
  const id = newId<'case'>(work.now)
  const ownership = newId<'ownership'>(work.now)
  const conversation = newId<'conversation'>(work.now)
  const { number } = await insertOpening(work, {
    id, subject: o.subject.slice(0, 1_000), brand_id: door.brand_id, entry_point_id: o.entry_point, customer_id: o.customer, reason_id: o.reason, project_id: o.project ?? null,
    last_in_at: o.customer_wrote ? work.now : null, claims_case_id: o.claims, suspected_at: o.suspected ? work.now : null, ownership: { id: ownership, ...o.owner, by: actorId(work.actor) },
    conversation: { id: conversation, channel: o.channel, traits: o.traits },
  }) // prettier-ignore
  work.publish(
    caseOpened,
    { case_id: id, number, owner: o.owner.person, chosen_by: o.owner.chosen_by, entry_point: o.entry_point },
    { case_id: id },
  )
  return { case: id, conversation, owner: o.owner.person, number }
}
