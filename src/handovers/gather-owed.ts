// What is owed in a case by others than its owner: tasks that wait for somebody, and the deadlines that run.
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Deadline, OpenTask } from './rules/dossier.ts'

export async function awaitedIn(_work: Work, _id: CaseId): Promise<OpenTask[]> {
  return []
}

export async function deadlinesOf(_work: Work, _id: CaseId): Promise<Deadline[]> {
  return []
}
