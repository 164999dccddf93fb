// Somebody who works on a case asks for something: a team, a colleague, or somebody outside the house.
import * as cases from '#cases'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { caseIsClosed, type CaseId } from '#cases/contract'
import { askedOf, publish, remember } from './became.ts'
import { begin } from './begin.ts'
import { addItems } from './checklist.ts'
import {
  afterUnknown, MOST_TASKS_OF_A_CASE, taskAsked, tooManyTasks, type Asked, type Deadline, type ProcedureId, type TaskId, type WholeTask,
} from './contract.ts' // prettier-ignore
import { agree } from './deadline.ts'
import { expectedBegin } from './expected-begin.ts'
import { hoursFor } from './hours-for.ts'
import { meOf } from './reader.ts'
import { isOpen } from './rules/state-of.ts'
import { show, showFiles, type Shown } from './show-of-case.ts'
import { showWhole } from './show.ts'
import { insertWaits } from './store/order.ts'
import { findTask, findTasks, insertTask, nextPlace } from './store/task.ts'
import { resolve, whomOf } from './whom.ts'
import { written } from './written.ts'

export type NewTask = {
  case: CaseId
  asked: Asked
  title: string
  text?: string | undefined
  html?: string | undefined
  deadline?: Deadline | undefined
  knowingly?: boolean | undefined
  after?: readonly TaskId[] | undefined
  checklist?: readonly string[] | undefined
} & Partial<Shown>

export async function ask(work: Work, wish: NewTask): Promise<WholeTask> {
  const of = await cases.holdMain(work, wish.case, 'case.reply')
  return await showWhole(work, await askIn(work, of, wish))
}

export type Of = Awaited<ReturnType<typeof cases.holdMain>>
type Wish = Omit<NewTask, 'case'> & { procedure?: ProcedureId | undefined }

/** The case is held by the caller. */
export async function askIn(work: Work, of: Of, wish: Wish): Promise<TaskId> {
  if (of.closed_at) throw refuse(caseIsClosed, {})
  const { place, open } = await nextPlace(work, of.id)
  if (open >= MOST_TASKS_OF_A_CASE) throw refuse(tooManyTasks, { most: MOST_TASKS_OF_A_CASE })
  const whose = await resolve(work, wish.asked)
  const waits = await openOnes(work, of.id, wish.after ?? [])
  const own = await hoursFor(work, { team: whose.team_id, entry_point: of.entry_point_id })
  const begins = await expectedBegin(work, of.id, waits)
  const { due_at, ...agreed } = await agree(work, {
    of: of.id,
    deadline: wish.deadline,
    own,
    begins,
    knowingly: wish.knowingly ?? false,
  })
  const id = newId<'task'>(work.now)
  await insertTask(work, {
    ...whose, ...agreed, ...written(wish), id, case_id: of.id, brand_id: of.brand_id, place, title: wish.title, owner_id: of.owner_id,
    asked_by_id: meOf(work), procedure_id: wish.procedure ?? null, begun_at: null, due_at: null, due_soon_at: null,
  }) // prettier-ignore
  await insertWaits(work, { case_id: of.id, task: id, for: waits })
  await show(work, of.id, { task: id, messages: wish.messages ?? [] })
  await showFiles(work, of.id, { task: id, attachments: wish.attachments ?? [], uploads: wish.uploads ?? [] })
  await addItems(work, { case_id: of.id, task_id: id }, wish.checklist ?? [])
  await announce(work, id, { begins: waits.length === 0, due_at })
  return id
}

async function announce(
  work: Work,
  id: TaskId,
  { begins, due_at }: { begins: boolean; due_at: Temporal.Instant },
): Promise<void> {
  const task = (await findTask(work, id))!
  const whom = (await whomOf(work, [task]))(task)
  await cases.block(work, { case_id: task.case_id, kind: 'task', id, what: task.title, waits_for: { name: whom.name } })
  await remember(work, id, { what: 'asked', note: whom.name })
  await publish(work, { kind: taskAsked, task: task }, { ...askedOf(task), due_at: begins ? due_at.toString() : null })
  if (begins) await begin(work, task)
}

/** Of the tasks to wait for, those that are not over; all must be of this case. */
export async function openOnes(work: Work, of: CaseId, after: readonly TaskId[]): Promise<TaskId[]> {
  if (after.length === 0) return []
  const found = await findTasks(work, after)
  if (found.length !== new Set(after).size || found.some((task) => task.case_id !== of)) throw refuse(afterUnknown, {})
  return found.filter(isOpen).map(({ id }) => id)
}
