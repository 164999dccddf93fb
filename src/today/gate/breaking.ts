// What of somebody's would break before a moment: promises and deadlines that fall due, hand-overs and tasks that wait for their answer, chats that
// are open. The page of the day, the end of a shift and the day of a team ask the same.
import * as commitments from '#commitments'
import type { Line, Outcome } from '../contract.ts'
import type { Asked } from '../page/asked.ts'
import { promiseLine } from '../page/lines.ts'
import { MOST_AT_A_GATE } from '../contract.ts'
import { handOversBefore } from '../page/hand-overs.ts'

export type Breaking = Line & { ways: readonly Outcome[] }
type Asking = Pick<Asked, 'work' | 'person'> & { before: Temporal.Instant }
type Found = { items: Breaking[]; more: boolean }

export const formula = {
  id: 'gate.breaks.1',
  fr: 'Ce qui vous revient et dont le moment tombe avant votre retour : promesses à tenir, délais de service qui courent, passations et tâches qui attendent votre réponse, conversations en cours.',
  en: 'What is yours and whose moment comes before you are back: promises to keep, service deadlines that run, hand-overs and tasks that wait for your answer, chats under way.',
}

export async function breaking(asking: Asking): Promise<Found> {
  const found = await Promise.all([promisesBefore(asking), handOvers(asking)])
  const items = found.flatMap((part) => part.items).toSorted(byMoment)
  return { items: items.slice(0, MOST_AT_A_GATE), more: items.length > MOST_AT_A_GATE || found.some(({ more }) => more) }
}

const byMoment = (a: Line, b: Line): number => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)

async function promisesBefore({ work, person, before }: Asking): Promise<Found> {
  const page = await commitments.list(work, { owner: person, state: 'owed', due_until: before.toString(), limit: MOST_AT_A_GATE })
  const items = page.items.map((each) => ({
    ...promiseLine(each, work.now),
    ways: ['done', 'moved', 'handed_over', 'left'] as const,
  }))
  return { items, more: page.next !== null }
}

async function handOvers({ work, person, before }: Asking): Promise<Found> {
  const items = await handOversBefore(work, person, before)
  return { items: items.map((line) => ({ ...line, ways: ['answered', 'left'] as const })), more: false }
}
