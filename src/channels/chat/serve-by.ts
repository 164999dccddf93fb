// Somebody takes a chat, or is handed it. The visitor sees who it is now and that nothing need be said again; who answers for the case stays.
import * as cases from '#cases'
import * as staff from '#staff'
import { allow, audit } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { chat } from './channel.ts'
import { chatServed, handlerUnfit, takenMeanwhile, type OpenChat } from '../contract.ts'
import { needHeldVisit } from './need.ts'
import { placeHouse } from './place.ts'
import { introduction } from './rules/introduction.ts'
import { show } from './show.ts'
import type { Visitors } from './visitors.ts'
import { recordServedBy, type VisitRow } from './store/visit.ts'

type Wish = {
  conversation: ConversationId
  person?: PersonId | undefined
  note?: string | undefined
  instead_of?: PersonId | null | undefined
}

export const serveBy =
  (visitors: Visitors) =>
  async (work: Work, wish: Wish): Promise<OpenChat> => {
    await serveChatBy(work, wish)
    return await show(visitors)(work, { conversation: wish.conversation })
  }

/** For rooms above, which show it their own way: the chat is served, and the visitor sees by whom. */
export async function serveChatBy(work: Work, { conversation, person, note, instead_of }: Wish): Promise<void> {
  const visit = await needHeldVisit(work, conversation, 'case.reply')
  const me = work.actor.kind === 'person' ? work.actor.id : null
  const next = person ?? me
  if (!next) throw refuse(handlerUnfit, {}) // a program must say who
  mayDecide(work, visit, { me, next })
  if (instead_of !== undefined && visit.served_by !== instead_of && visit.served_by !== next) throw refuse(takenMeanwhile, {})
  if (next !== visit.served_by) await change(work, visit, next)
  if (next !== visit.served_by && next !== me && work.actor.kind !== 'system') await tellColleague(work, visit, next) // a room above tells in its own way
  if (note) await cases.note(work, { id: visit.case_id, text: note, mentions: next === me ? [] : [next] })
}

// One takes for oneself, hands on what is one's own or nobody's; what another serves is moved by who may give cases to people.
function mayDecide(work: Work, visit: VisitRow, { me, next }: { me: PersonId | null; next: PersonId }): void {
  if (next === me) return allow(work, 'case.take', { brand: visit.brand_id })
  if (visit.served_by !== null && visit.served_by !== me) allow(work, 'case.assign', { brand: visit.brand_id })
}

async function change(work: Work, visit: VisitRow, next: PersonId): Promise<void> {
  const before = visit.served_by
  const people = await staff.find(work, [next, ...(before ? [before] : [])])
  const somebody = people.get(next)
  if (!somebody?.active || somebody.absent_until) throw refuse(handlerUnfit, {})
  await recordServedBy(work, visit.id, next)
  await audit(work, 'chat.served', { about: visit.case_id, details: { from: before, to: next } })
  const about = { case_id: visit.case_id, conversation_id: visit.conversation_id }
  work.publish(chatServed, { ...about, by: next, before }, { case_id: visit.case_id })
  if (!before) return // the widget shows who answers; there is nobody to take over from
  const text = introduction({ language: visit.language, person: somebody.name, before: people.get(before)?.name ?? '' })
  const said = await cases.notice(work, {
    case: visit.case_id, conversation: visit.conversation_id, channel: chat.name, text, language: visit.language, about: next,
  }) // prettier-ignore
  await placeHouse(work, visit, said)
}

// A customer is waiting at this very moment: their desk says so wherever they are in it, and a mail leaves when they are not there.
async function tellColleague(work: Work, { case_id, conversation_id, served_by }: VisitRow, to: PersonId): Promise<void> {
  const [giver, case_facts] = await Promise.all([giverOf(work, served_by), cases.facts(work, [case_id])])
  const subject = case_facts.get(case_id)?.subject ?? ''
  await staff.tell(work, {
    to: [to], kind: 'chat.handed', key: `chat.handed ${conversation_id} ${work.now.toString()}`, path: `/chats?chat=${conversation_id}`, case_id, urgent: true,
    fr: `${giver ?? 'Un responsable'} vous passe un chat en cours : ${subject}`,
    en: `${giver ?? 'A manager'} hands you a chat under way: ${subject}`,
  }) // prettier-ignore
}

async function giverOf(work: Work, before: PersonId | null): Promise<string | null> {
  const id = work.actor.kind === 'person' ? work.actor.id : before
  return id && ((await staff.find(work, [id])).get(id)?.name ?? null)
}
