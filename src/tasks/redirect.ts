// Somebody else is asked instead; its time runs anew for them. A mark of lateness stays with those who were late.
import * as cases from '#cases'
import { refuse, type Work } from '#base/work'
import { askedOf, publish, remember, tell } from './became.ts'
import { begin } from './begin.ts'
import { taskAnsweredAlready, taskRedirected, type Asked, type Deadline, type TaskId, type WholeTask } from './contract.ts'
import { agree, running, type Running } from './deadline.ts'
import { hoursFor, type OwnHours } from './hours-for.ts'
import { holdForCase, needOpen, needVersion } from './need.ts'
import { stateOf } from './rules/state-of.ts'
import { showWhole } from './show.ts'
import { recordRedirected } from './store/changes.ts'
import { revokeLinksOf } from './store/link.ts'
import type { TaskRow } from './store/row.ts'
import { findTask } from './store/task.ts'
import { lateIfDue, stopTimer } from './timers.ts'
import { peopleAsked, resolve, whomOf } from './whom.ts'
import { askedElsewhere } from './words.ts'

type Wish = {
  id: TaskId
  version?: number | undefined
  asked: Asked
  because: string
  deadline?: Deadline | undefined
  knowingly: boolean
}

export async function redirect(work: Work, wish: Wish): Promise<WholeTask> {
  const { task: held } = await holdForCase(work, wish.id)
  needVersion(held, wish.version)
  needOpen(held)
  if (held.answered_at) throw refuse(taskAnsweredAlready, { state: stateOf(held) })
  const before = await peopleAsked(work, held)
  const was = await lateIfDue(work, held)
  const whose = await resolve(work, wish.asked)
  const of = (await cases.facts(work, [was.case_id])).get(was.case_id)! // held above
  const own = await hoursFor(work, { team: whose.team_id, entry_point: of.entry_point_id })
  const agreed = await agree(work, {
    of: was.case_id,
    deadline: wish.deadline ?? sameAs(was, own),
    own,
    begins: work.now,
    knowingly: wish.knowingly,
  })
  const time: Running | null = was.begun_at ? running(agreed, own, work.now) : null
  await recordRedirected(work, was.id, { ...whose, minutes: agreed.minutes, due_by: agreed.due_by, due_at: time?.due_at ?? null, due_soon_at: time?.due_soon_at ?? null, over_case_due_at: agreed.over_case_due_at }) // prettier-ignore
  await stopTimer(work, was.id)
  await revokeLinksOf(work, was.id) // whoever was asked before no longer opens it
  const task = (await findTask(work, was.id))!
  const whom = (await whomOf(work, [task]))(task).name
  await remember(work, task.id, { what: 'redirected', note: wish.because ? `${whom} — ${wish.because}` : whom })
  await cases.block(work, { case_id: task.case_id, kind: 'task', id: task.id, what: task.title, waits_for: { name: whom } })
  await tell(work, before, {
    kind: 'task.redirected',
    words: askedElsewhere(task.title),
    key: `task.redirected:${task.id}:${task.version}`,
    path: '/tasks',
  })
  await publish(work, { kind: taskRedirected, task: task }, { ...askedOf(task), due_at: task.due_at?.toString() ?? null })
  if (task.begun_at) await begin(work, task)
  return await showWhole(work, task.id)
}

// As it was asked before, unless the new team has a usual time of its own.
function sameAs({ minutes, due_by }: TaskRow, own: OwnHours): Deadline | undefined {
  if (due_by) return { at: due_by.toString() }
  return minutes !== null && own.usual_minutes === null ? { minutes } : undefined
}
