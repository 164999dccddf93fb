// People are asked, not ordered: a row, and a notice that leads to it. Their answer does the rest (answer.ts).
import * as staff from '#staff'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { asked, type AskId, type DayMoveId } from '../../contract.ts'
import { today } from '../../day/today.ts'
import { askOfStep, insertAsk, withdrawAsk } from '../../store/move.ts'
import type { Does } from './step.ts'

const LEAST_MINUTES = 30 // before it begins, or half way to it where that is sooner

type At = { move: DayMoveId; place: number }

export async function ask(work: Work, { person, what, from, to }: Does<'ask'>, { move, place }: At): Promise<void> {
  if (!(await staff.active(work, person.id))) throw refuse(notFound, {})
  const id = newId<'day_ask'>(work.now)
  const begins = Temporal.Instant.from(from)
  const minutes = begins.since(work.now).total('minutes')
  const until_at = begins.subtract({ seconds: Math.round(Math.min(LEAST_MINUTES, Math.max(0, minutes / 2)) * 60) })
  await insertAsk(work, { id, move_id: move, place, person_id: person.id, what, from, to, until_at })
  work.publish(asked, { person: person.id, ask: id })
  const { zone } = await today(work)
  await staff.tell(work, { to: [person.id], kind: 'intraday_ask', key: noticeKey(id), path: '/my-shifts', urgent: true, ...words(what, { from, to, zone }) })
} // prettier-ignore

const noticeKey = (id: AskId): string => `intraday.ask ${id}`

function words(what: 'overtime' | 'call_in', { from, to, zone }: { from: string; to: string; zone: string }): { fr: string; en: string } {
  const hour = (at: string, language: string): string => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at))
  const [fr, en] = ['fr-FR', 'en-GB'].map((language) => [hour(from, language), hour(to, language)])
  return what === 'overtime'
    ? { fr: `Pourriez-vous rester jusqu’à ${fr![1]} aujourd’hui\u202f? Vous êtes libre de dire non.`, en: `Could you stay until ${en![1]} today? You are free to say no.` }
    : { fr: `Pourriez-vous venir de ${fr![0]} à ${fr![1]} aujourd’hui\u202f? Vous êtes libre de dire non.`, en: `Could you come from ${en![0]} to ${en![1]} today? You are free to say no.` }
} // prettier-ignore

/** What nobody has answered yet is asked no more. */
export async function unask(work: Work, { move, place }: At): Promise<boolean> {
  const found = await askOfStep(work, move, place)
  if (!found || (await withdrawAsk(work, found.id)) === 0) return false
  await staff.untell(work, { keys: [noticeKey(found.id)], to: [found.person_id] })
  return true
}
