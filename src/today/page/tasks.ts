// Tasks asked of me, answers that came back, and those I wait for.
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Task } from '#tasks/contract'
import { LINES, type Line } from '../contract.ts'
import { seenAs, type Asked, type Made } from './asked.ts'

/** What I have to do: answer what was asked of me, and look at what came back. */
export async function myTasks({ work, person }: Asked): Promise<Made> {
  const own = seenAs(work, person)
  const [asked, back, counts] = await Promise.all([
    tasks.listTasks(own, { whose: 'mine', state: 'to_do', limit: LINES }),
    tasks.listTasks(own, { whose: 'asked', state: 'answered', limit: LINES }),
    tasks.countTasks(own),
  ])
  const lines = [
    ...back.items.map((each) => taskLine('task_asked', each, work.now)),
    ...asked.items.map((each) => taskLine('task_mine', each, work.now)),
  ]
  const late = lines.filter((line) => line.late).length
  return { items: lines.toSorted(lateFirst).slice(0, LINES), count: counts.mine + counts.answered, late, all: '/tasks' }
}

const lateFirst = (a: Line, b: Line): number => Number(b.late) - Number(a.late) || ((a.at ?? '9') < (b.at ?? '9') ? -1 : 1)

/** Those who keep me waiting, the late ones first. */
export async function tasksAwaited({ work, person }: Asked): Promise<Pick<Made, 'items' | 'count' | 'late'>> {
  const own = seenAs(work, person)
  const { items } = await tasks.listWaits(own, { owner: person })
  const others = items.filter(({ whom }) => whom.id !== person) // what one asks of oneself stands among one's own tasks
  const lines = others.flatMap((each) => each.items).map((task) => taskLine('task_asked', task, work.now)) // prettier-ignore
  return {
    items: lines.toSorted(lateFirst).slice(0, LINES),
    count: others.reduce((sum, each) => sum + each.tasks, 0),
    late: others.reduce((sum, each) => sum + each.late, 0),
  }
}

export async function tasksBefore(work: Work, person: PersonId, before: Temporal.Instant): Promise<Line[]> {
  const { items } = await tasks.listTasks(seenAs(work, person), {
    whose: 'mine',
    state: 'to_do',
    due_until: before.toString(),
    limit: MOST,
  })
  return items.map((each) => taskLine('task_mine', each, work.now))
}
const MOST = 50

function taskLine(kind: 'task_asked' | 'task_mine', task: Task, now: Temporal.Instant): Line {
  const { id, case: of, title, asked, owner, due_at, answered_at, declined_at, version } = task
  const back = kind === 'task_asked' && (answered_at !== null || declined_at !== null)
  return {
    key: `${kind}:${id}`, kind, id, case: of, customer: null, person: null, what: title,
    why: back ? (declined_at ? { fr: `${asked.name} a décliné`, en: `${asked.name} declined` } : { fr: `${asked.name} a répondu`, en: `${asked.name} answered` })
      : kind === 'task_asked' ? { fr: `Demandé à ${asked.name}`, en: `Asked of ${asked.name}` } : { fr: `Demandé par ${owner.name}`, en: `Asked by ${owner.name}` },
    at: back ? (answered_at ?? declined_at) : due_at, late: !back && due_at !== null && Temporal.Instant.compare(Temporal.Instant.from(due_at), now) <= 0,
    path: `/tasks/${id}`, version,
  } // prettier-ignore
}
