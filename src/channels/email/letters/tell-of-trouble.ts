// A letter that did not leave, or may not have: whoever answers for the task is told, once.
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import type { LetterRow } from '../store/letter.ts'

export async function tellOfTrouble(work: Work, letter: LetterRow): Promise<void> {
  if (!letter.task_id) return // what colleagues have not seen is still at the desk
  const { task_id: task, to_address: address, detail } = letter
  if (letter.state === 'failed') await tasks.markUndeliverable(work, { task, address, because: detail ?? '' })
  else await tasks.tellUncertain(work, { task, address, letter: letter.id })
}
