// A case is closed over its open tasks: with a reason, and with what is to become of them. Whoever was asked is told.
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { askedOf, publish, remember, tellAsked } from './became.ts'
import { callOff } from './cancel.ts'
import { taskLeftOpen } from './contract.ts'
import { eraseLeftOpen, recordLeftOpen } from './store/changes.ts'
import { lockOpenInCase } from './store/task.ts'
import { leftOpen } from './words.ts'

type Wish = { case: CaseId; version?: number | undefined; because: string; tasks: 'cancel' | 'leave' }

export async function closeOver(
  work: Work,
  { case: of, version, because, tasks }: Wish,
): Promise<{ id: CaseId; version: number; tasks: number }> {
  const closed = await cases.close(work, { id: of, version, because })
  let touched = 0
  for (const id of await cases.familyOf(work, of)) {
    const open = await lockOpenInCase(work, id)
    touched += open.length
    if (tasks === 'cancel') for (const task of open) await callOff(work, task, because)
    else await leaveOpen(work, id, because)
  }
  return { id: of, version: closed.version, tasks: touched }
}

/** What a case was closed over and nobody called off is still asked for, and its clock goes on. */
export async function leaveOpen(work: Work, of: CaseId, because: string): Promise<void> {
  const left = (await lockOpenInCase(work, of)).filter((task) => !task.left_open_at)
  await recordLeftOpen(work, left.map(({ id }) => id)) // prettier-ignore
  for (const task of left) {
    await remember(work, task.id, { what: 'left_open', note: because || null })
    if (task.begun_at)
      await tellAsked(work, task, {
        kind: 'task.left_open',
        words: leftOpen(task.title, because),
        key: `task.left_open:${task.id}:${String(work.now)}`,
      })
    await publish(work, { kind: taskLeftOpen, task: task }, askedOf(task))
  }
}

/** The case is open again, and waits for them again. */
export async function waitAgain(work: Work, of: CaseId): Promise<void> {
  const left = (await lockOpenInCase(work, of)).filter((task) => task.left_open_at)
  await eraseLeftOpen(work, left.map(({ id }) => id)) // prettier-ignore
}
