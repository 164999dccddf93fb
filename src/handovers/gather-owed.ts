// What is owed in a case by others than its owner: tasks that wait for somebody, and the deadlines that run.
import * as clocks from '#clocks'
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Deadline, OpenTask } from './rules/dossier.ts'

export async function awaitedIn(work: Work, id: CaseId): Promise<OpenTask[]> {
  const open = await tasks.openTasksOf(work, [id])
  return open.map(({ id: task, title, whom, due_at, late, state }) => ({
    id: task,
    what: title,
    waits_for: whom.name,
    due_at,
    late,
    answered: state === 'answered', // the answer waits for the owner
  }))
}

export async function deadlinesOf(work: Work, id: CaseId): Promise<Deadline[]> {
  const due = (await clocks.dueOf(work, [id])).get(id)
  return due ? [{ id: due.clock_id, fr: due.fr, en: due.en, due_at: due.due_at, breached: due.late }] : []
}
