// A chat begun by somebody whose own point of contact is away: a line of the house says until when, and who is here instead.
import * as brands from '#brands'
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { awayWords } from '../email/rules/away-words.ts'
import { standingIn } from '../standing-in.ts'
import { chat } from './channel.ts'
import { placeHouse } from './place.ts'
import { holdVisit } from './store/visit.ts'

export async function tellWhoStandsIn(work: Work, about: { case_id: string; conversation_id: string }): Promise<void> {
  const visit = await holdVisit(work, about.conversation_id as ConversationId) // the event's own id
  if (!visit || visit.over_at) return
  const of = (await cases.facts(work, [visit.case_id])).get(visit.case_id)
  if (!of) return
  const door = await brands.entryPoint(work, visit.entry_point_id)
  const { away } = await standingIn(work, { customer: of.customer_id, owner: of.owner_id, zone: door?.zone ?? 'Europe/Paris' })
  if (!away) return
  const text = awayWords(visit.language, away)
  const said = await cases.notice(work, {
    case: visit.case_id, conversation: visit.conversation_id, channel: chat.name, text, language: visit.language, about: of.owner_id,
  }) // prettier-ignore
  await placeHouse(work, visit, said)
}
