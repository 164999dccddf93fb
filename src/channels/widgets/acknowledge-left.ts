// A message left while we were closed: whoever said an address gets a mail saying that it was received, with the way to their request. An address
// in a chat is anybody's word, so that mail goes once for a visit, at most once a day to one address and so many times an hour for a door, and
// repeats nothing of what was written.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import type { Work } from '#base/work'
import { isReachable, type CaseId, type ConversationId } from '#cases/contract'
import { claimThanks, countThanked, findVisit, type VisitRow } from '../chat/store/visit.ts'
import { acknowledgementText } from '../email/rules/acknowledgement-text.ts'
import { claimAcknowledgement } from '../email/store/sent.ts'
import { standingIn } from '../standing-in.ts'

type About = { case_id: string; conversation_id: string }
const MOST_AN_HOUR = 120 // of one door: beyond it, somebody is typing other people's addresses
const HOURS_LATER = 1 // a name given later than that is no part of leaving the message

export async function acknowledgeLeft(work: Work, about: About): Promise<void> {
  const visit = await findVisit(work, about.conversation_id as ConversationId) // the event's own id
  if (!visit || visit.served_by || !(await wasLeft(work, visit))) return
  const to = addressOf(visit)
  if (!to || !(await mayBeThanked(work, visit))) return
  if ((await claimAcknowledgement(work, to.address, work.now.subtract({ hours: 24 }))) === 0) return
  const [brand, facts] = await Promise.all([brands.brand(work, visit.brand_id), cases.facts(work, [visit.case_id])])
  const of = facts.get(visit.case_id)!
  const door = await brands.entryPoint(work, visit.entry_point_id)
  const zone = door?.zone ?? 'Europe/Paris'
  const { owner, away } = await standingIn(work, { customer: of.customer_id, owner: of.owner_id, zone })
  const text = acknowledgementText({ language: visit.language, brand: brand?.name ?? '', owner, number: of.number, away })
  await cases.acknowledge(work, {
    case: about.case_id as CaseId, conversation: visit.conversation_id, channel: 'email', to, language: visit.language, ...text,
  }) // prettier-ignore
}

async function mayBeThanked(work: Work, { id, entry_point_id }: VisitRow): Promise<boolean> {
  const { n } = await countThanked(work, { entry_point: entry_point_id, since: work.now.subtract({ hours: 1 }) })
  return n < MOST_AN_HOUR && (await claimThanks(work, id)) === 1
}

async function wasLeft(work: Work, { entry_point_id, opened_at }: VisitRow): Promise<boolean> {
  if (opened_at.until(work.now).total('hours') > HOURS_LATER) return false
  const door = await brands.entryPoint(work, entry_point_id)
  const hours = door?.calendar_id ? await calendars.calendar(work, door.calendar_id) : undefined
  return hours !== undefined && !calendars.isOpen(hours, opened_at)
}

function addressOf({ proven, said }: VisitRow): { name: string; address: string } | null {
  const address = proven?.email ?? said?.email ?? ''
  return isReachable(address) ? { name: '', address } : null // the name was chosen by whoever wrote
}
