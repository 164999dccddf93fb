// Puts a letter with the outgoing mail. What it says is written when it leaves, from how things are then: a task that was called off within the
// moment of grace is not asked for.
import { newId } from '#base/id'
import { jobKind, later } from '#base/jobs'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TaskId } from '#tasks/contract'
import type { LetterId, LetterKind } from '../../contract.ts'
import { insertLetter } from '../store/letter.ts'

export const sendLetter = jobKind<{ letter: LetterId }>('email.letter', { tries: 1_000 })
export const GRACE_SECONDS = 10 // as an answer to a customer waits a moment before it leaves

export type Wish = {
  what: LetterKind
  task?: TaskId
  person?: PersonId
  to: { name: string; address: string }
  facts?: Record<string, unknown>
  grace_seconds?: number
}

export async function post(
  work: Work,
  { what, task, person, to, facts = {}, grace_seconds = GRACE_SECONDS }: Wish,
): Promise<LetterId> {
  const id = newId<'letter'>(work.now)
  const leaves_at = work.now.add({ seconds: grace_seconds })
  const short = { name: to.name.slice(0, 200), address: to.address }
  await insertLetter(work, { id, what, task: task ?? null, person: person ?? null, to: short, facts, leaves_at })
  await later(work, sendLetter, { payload: { letter: id }, id, at: leaves_at, line: task ?? id })
  return id
}
