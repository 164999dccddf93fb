// Somebody did something about a case in a room above, such as answering a task of it: it does not stagnate.
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { caseProgressed } from './contract.ts'

export const progressed = (work: Work, case_id: CaseId, by: string): void =>
  work.publish(caseProgressed, { case_id, by: by.slice(0, 60) }, { case_id })
