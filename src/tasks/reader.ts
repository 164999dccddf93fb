// Who stands before a task: whether it is asked of them, whether they answer for its case, and so what they may do with it.
import * as cases from '#cases'
import * as staff from '#staff'
import { can } from '#access'
import { once } from '#base/once'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TaskDeed } from './contract.ts'
import { isOpen, isOwed, stateOf } from './rules/state-of.ts'
import type { TaskRow } from './store/row.ts'

export const meOf = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)

export const readsCase = (work: Work, task: { brand_id: string }): boolean =>
  can(work.actor, 'case.read', { brand: task.brand_id })

/** Is it asked of them: by name, of a team of theirs, or of somebody for whom they stand in today? */
export async function isAsked(work: Work, task: TaskRow): Promise<boolean> {
  const me = meOf(work)
  if (!me) return false
  if (task.person_id === me || task.taken_by_id === me) return true
  if (task.team_id) return (await staff.teamsOf(work, me)).includes(task.team_id)
  return task.person_id !== null && (await standsInFor(work, task.person_id)) === me
}

/** Who stands in for somebody who is away; null when they are here, or nobody is. */
export const standsInFor = (work: Work, person: PersonId): Promise<PersonId | null> =>
  once(work, `tasks.stands_in:${person}`, async () => {
    const found = await staff.standIn(work, person)
    return found && found.person !== person ? found.person : null
  })

/** Of these people nobody needs to be asked for: they are here. */
export async function areHere(work: Work, people: readonly PersonId[]): Promise<void> {
  for (const person of people) await once(work, `tasks.stands_in:${person}`, () => Promise.resolve(null))
}

/** Which of these cases the reader works on. */
export async function handledBy(work: Work, of: readonly CaseId[]): Promise<ReadonlySet<CaseId>> {
  const me = meOf(work)
  if (!me || of.length === 0) return new Set()
  const found = await cases.handlersOf(work, of)
  return new Set(found.flatMap((handler) => (handler.person_id === me ? [handler.case_id] : [])))
}

/** Do they answer for its case, stand in for whoever does, work on it, or lead those who do? Programs of ours may do what they are made for. */
export async function answersForCase(work: Work, task: TaskRow, handled?: ReadonlySet<CaseId>): Promise<boolean> {
  if (work.actor.kind === 'system') return true
  if (!can(work.actor, 'case.reply', { brand: task.brand_id })) return false
  if (can(work.actor, 'case.assign', { brand: task.brand_id })) return true
  const me = meOf(work)
  if (!me) return true // a key that may answer customers
  if (task.owner_id === me || (await standsInFor(work, task.owner_id)) === me) return true
  return (handled ?? (await handledBy(work, [task.case_id]))).has(task.case_id)
}

export type Standing = { asked: boolean; answers: boolean; reads: boolean }
export async function standingOf(work: Work, task: TaskRow, handled?: ReadonlySet<CaseId>): Promise<Standing> {
  return { asked: await isAsked(work, task), answers: await answersForCase(work, task, handled), reads: readsCase(work, task) }
}

type Now = { answering: boolean; mine: boolean; open: boolean; state: ReturnType<typeof stateOf>; task: TaskRow } & Standing
type Rule = [deed: TaskDeed, may: (now: Now) => boolean]

// Of whoever is asked; of whoever answers for the case; of both.
const ofAsked: readonly Rule[] = [
  ['see', ({ asked, open, task }) => asked && open && task.begun_at !== null && !task.seen_at],
  [
    'take',
    ({ answering, mine, task }) =>
      answering && !mine && isOwed({ ...task, declined_at: null }) && (!task.taken_by_id || task.team_id !== null),
  ],
  ['let_go', ({ mine, open, task }) => mine && open && task.team_id !== null && !task.answered_at],
  ['decline', ({ answering, task }) => answering && isOwed(task)],
]
const ofOwner: readonly Rule[] = [
  ['accept', ({ answers, state }) => answers && state === 'answered'],
  ['send_back', ({ answers, state }) => answers && state === 'answered'],
  ['edit', ({ answers, open }) => answers && open],
  ['redirect', ({ answers, open, state }) => answers && open && state !== 'answered'],
  ['cancel', ({ answers, open }) => answers && open],
  ['chase', ({ answers, task }) => answers && isOwed(task)],
  ['link', ({ answers, open, task }) => answers && open && task.party_id !== null],
]
const ofBoth: readonly Rule[] = [
  [
    'answer',
    ({ answering, answers, open, state }) => (answering || answers) && open && state !== 'waiting' && state !== 'answered',
  ],
  ['remark', ({ asked, answers }) => asked || answers],
  ['check', ({ answering, answers, open }) => (answering || answers) && open],
  ['read_case', ({ reads }) => reads],
]

/** What the reader may do with it now. Pure, given where they stand. */
export function deedsFor(work: Work, task: TaskRow, standing: Standing): TaskDeed[] {
  const me = meOf(work)
  const now: Now = {
    ...standing, task, answering: standing.asked && can(work.actor, 'task.answer'), mine: me !== null && task.taken_by_id === me,
    open: isOpen(task), state: stateOf(task),
  } // prettier-ignore
  return [...ofAsked, ...ofOwner, ...ofBoth].flatMap(([deed, may]) => (may(now) ? [deed] : []))
}
