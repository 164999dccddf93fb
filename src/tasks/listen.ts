// What we do when a case changes hands, is closed or opened again, opens for a reason, and when somebody leaves.
import * as cases from '#cases'
import { hear, reader } from '#base/journal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { caseClosed, caseEdited, caseOpened, caseReopened, ownerChanged, type CaseId, type ReasonId } from '#cases/contract'
import { personLeft } from '#staff/contract'
import { publish, remember } from './became.ts'
import { chaseReader } from './chase/listen.ts'
import { taskPassedOn } from './contract.ts'
import { leaveOpen, waitAgain } from './ending.ts'
import { startForReason } from './start-procedure.ts'
import { recordOwner } from './store/changes.ts'
import type { TaskRow } from './store/row.ts'
import { findTask, openInCases, openOwnedBy } from './store/task.ts'

// The owner is read, not taken from the event: of two changes heard late the last one counts.
async function followOwner(work: Work, { case_id }: { case_id: CaseId }): Promise<void> {
  const owner = (await cases.facts(work, [case_id])).get(case_id)?.owner_id
  if (owner) await giveTo(work, await openInCases(work, [case_id], 1_000), owner)
}

async function giveTo(work: Work, open: readonly TaskRow[], to: PersonId): Promise<void> {
  const others = open.filter(({ owner_id }) => owner_id !== to)
  if (others.length === 0) return
  await recordOwner(work, others.map(({ id }) => id), to) // prettier-ignore
  for (const { id, owner_id } of others) {
    await remember(work, id, { what: 'passed_on' })
    await publish(work, { kind: taskPassedOn, task: (await findTask(work, id))! }, { from: owner_id })
  }
}

// Tasks of closed cases that were left open go to the successor.
const AT_ONCE = 500
async function passToSuccessor(work: Work, { person, successor }: { person: PersonId; successor: PersonId }): Promise<void> {
  for (;;) {
    const open = await openOwnedBy(work, person, AT_ONCE)
    await giveTo(work, open, successor)
    if (open.length < AT_ONCE) return
  }
}

async function whenOpened(work: Work, { case_id }: { case_id: CaseId }): Promise<void> {
  const reason = (await cases.facts(work, [case_id])).get(case_id)?.reason_id
  if (reason) await startForReason(work, case_id, reason)
}

export const readers = [
  reader('tasks.tasks', [
    hear(ownerChanged, followOwner),
    hear(personLeft, passToSuccessor),
    hear(caseOpened, whenOpened),
    hear(caseEdited, async (work, { case_id, reason_id }) => {
      if (reason_id) await startForReason(work, case_id, reason_id as ReasonId) // the contract of cases says a reason
    }),
    hear(caseClosed, (work, { case_id, because }) => leaveOpen(work, case_id, because ?? '')),
    hear(caseReopened, (work, { case_id }) => waitAgain(work, case_id)),
  ]),
  chaseReader,
]
