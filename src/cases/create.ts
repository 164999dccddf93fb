// A case opened by hand: somebody called or came by, or another program hands it over.
import { allow, can } from '#access'
import * as brands from '#brands'
import * as customers from '#customers'
import * as staff from '#staff'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CustomerFacts, CustomerId, ProjectId } from '#customers/contract'
import { chooseOwner, type Owner } from './choose-owner.ts'
import { LETTER, ownerUnfit, type Case, type ReasonId } from './contract.ts'
import { open, type Opened } from './open.ts'
import { needProjectOf } from './project.ts'
import { insertInteraction } from './store/interaction.ts'
import { addParticipants } from './store/conversation.ts'
import { needReader } from './need-reader.ts'
import { findReasons } from './store/reason.ts'
import { view } from './view.ts'

type New = {
  subject: string
  customer?: { id: CustomerId } | { email: string; name?: string | undefined } | undefined
  entry_point?: string | undefined
  reason_id?: ReasonId | null | undefined
  project_id?: ProjectId | null | undefined
  text?: string | undefined
  owner?: PersonId | undefined
}

export async function create(work: Work, given: New): Promise<Case> {
  const door = await doorFor(work, given.entry_point)
  allow(work, 'case.create', { brand: door.brand_id })
  if (given.reason_id && (await findReasons(work, [given.reason_id])).length === 0) throw refuse(notFound, {})
  const customer = await customerFor(work, given.customer)
  const about = { customer: customer?.id ?? null, reason: given.reason_id ?? null, project: given.project_id ?? null }
  if (about.project) await needProjectOf(work, about.customer, about.project)
  const owner = await ownerFor(work, given.owner, { customer: about.customer, project: about.project, entry_point: door.id })
  if (given.owner && given.owner !== meOf(work)) await needReader(work, given.owner, door.brand_id)
  const opened = await open(work, {
    subject: given.subject, entry_point: door.id, channel: door.kind, traits: LETTER, ...about, owner, claims: null,
    customer_wrote: given.text !== undefined,
  }) // prettier-ignore
  if (customer?.email) await addParticipants(work, opened.conversation, [customer.email])
  if (given.text) await writeDown(work, opened, { customer, subject: given.subject, text: given.text })
  return await view(work, { id: opened.case })
}

type Told = { customer: CustomerFacts | null; subject: string; text: string }

// What the customer asked, as told to whoever opened the case.
async function writeDown(work: Work, opened: Opened, { customer, subject, text }: Told): Promise<void> {
  await insertInteraction(work, {
    id: newId(work.now), case_id: opened.case, conversation_id: opened.conversation, direction: 'in', kind: 'message', at: work.now, sent_at: null,
    author_id: work.actor.kind === 'person' ? work.actor.id : null, customer_id: customer?.id ?? null,
    from: { name: customer?.name ?? '', address: customer?.email ?? '' }, recipients: { to: [], cc: [], more: 0 }, subject, text, visible_text: text,
    html: null, language: null, source: null, original_file_id: null, marks: {}, state: 'received', leaves_at: null,
  }) // prettier-ignore
}

async function doorFor(work: Work, wanted: string | undefined) {
  const id = (wanted ?? (await brands.mainEntryPoint(work))?.id) as EntryPointId | undefined // looked up on the next line
  const door = id && (await brands.entryPoint(work, id))
  if (!door || door.closed_at || !can(work.actor, 'case.read', { brand: door.brand_id })) throw refuse(notFound, {})
  return door
}

async function customerFor(work: Work, who: New['customer']): Promise<CustomerFacts | null> {
  if (!who) return null
  const id =
    'id' in who ? who.id : (await customers.recognise(work, { kind: 'email', value: who.email, name: who.name })).customer
  const found = (await customers.find(work, [id])).get(id)
  if (!found) throw refuse(notFound, {})
  return found
}

const meOf = ({ actor }: Work): PersonId | undefined => (actor.kind === 'person' ? actor.id : undefined)

async function ownerFor(
  work: Work,
  wanted: PersonId | undefined,
  at: { customer: CustomerId | null; project: ProjectId | null; entry_point: EntryPointId },
): Promise<Owner> {
  const person = wanted ?? meOf(work)
  if (!person) return await chooseOwner(work, at)
  if (!(await staff.active(work, person))) throw refuse(ownerUnfit, {})
  return { person, chosen_by: 'opened', deputy: await staff.deputyFor(work, person), deputy_is_named: false }
}
