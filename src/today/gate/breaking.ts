// What of somebody's would break before a moment: promises and deadlines that fall due, hand-overs and tasks that wait for their answer, chats that
// are open. The page of the day, the end of a shift and the day of a team ask the same.
import * as commitments from '#commitments'
import { allOf } from '#base/all-of'
import { MOST_AT_A_GATE, type Line, type Outcome } from '../contract.ts'
import type { Asked } from '../page/asked.ts'
import { chatsOf } from '../page/chats.ts'
import { deadlinesBefore } from '../page/deadlines.ts'
import { promiseLine } from '../page/lines.ts'
import { handOversBefore } from '../page/hand-overs.ts'
import { tasksBefore } from '../page/tasks.ts'

export type Breaking = Line & { ways: readonly Outcome[] }
type Asking = Pick<Asked, 'work' | 'person'> & { before: Temporal.Instant }
type Found = { items: Breaking[]; more: boolean }

export const formula = {
  id: 'gate.breaks.1',
  fr: 'Ce qui vous revient et dont le moment tombe avant votre retour : promesses à tenir, délais de service qui courent, passations et tâches qui attendent votre réponse, conversations en cours.',
  en: 'What is yours and whose moment comes before you are back: promises to keep, service deadlines that run, hand-overs and tasks that wait for your answer, chats under way.',
}

export async function breaking(asking: Asking): Promise<Found> {
  const found = await allOf([promisesBefore(asking), ...others(asking)])
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

const WAYS = {
  deadlines: ['answered', 'handed_over', 'left'],
  hand_overs: ['answered', 'left'],
  tasks: ['answered', 'left'],
  chats: ['answered', 'handed_over', 'left'],
} as const satisfies Record<string, readonly Outcome[]>

const others = ({ work, person, before }: Asking): Promise<Found>[] =>
  [
    { lines: deadlinesBefore(work, person, { before, most: MOST_AT_A_GATE }), ways: WAYS.deadlines },
    { lines: handOversBefore(work, person, before), ways: WAYS.hand_overs },
    { lines: tasksBefore(work, person, before), ways: WAYS.tasks },
    { lines: chatsOf(work, person), ways: WAYS.chats },
  ].map(async ({ lines, ways }) => ({ items: (await lines).map((line) => ({ ...line, ways })), more: false }))
