// The books of letters, for the sender: what it asks of any mail it carries.
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import { letterSettled, type LetterId, type LetterState } from '../../contract.ts'
import type { Bag, Seals, Settled } from '../bag.ts'
import { beginLetterAttempt, endLetterAttempt, findLetter, moveLetter, takeLetter, type LetterRow } from '../store/letter.ts'
import { tellOfTrouble } from './tell-of-trouble.ts'
import { writeLetter } from './write.ts'

export const letters = (seals: Seals): Bag<LetterId> => ({
  look: async (work, id) => {
    const letter = await takeLetter(work, id)
    const found = letter ?? (await findLetter(work, id))
    const before = found?.file_id && found.envelope ? { ...found, file_id: found.file_id, envelope: found.envelope } : undefined
    return { taken: letter !== undefined, before, write: letter ? () => writeOrLetGo(work, letter, seals) : null }
  },
  beginAttempt: beginLetterAttempt,
  endAttempt: endLetterAttempt,
  settle,
})

async function writeOrLetGo(work: Work, letter: LetterRow, seals: Seals) {
  const composed = await writeLetter(work, letter, seals)
  if (!composed) await move(work, letter.id, { to: 'not_needed', detail: null })
  return composed
}

async function settle(work: Work, id: LetterId, { state, detail, lost = false }: Settled): Promise<void> {
  const letter = await move(work, id, { to: lost && state === 'handed_over' ? 'failed' : state, detail }) // one recipient: who was refused is lost
  if (letter && (letter.state === 'failed' || letter.state === 'uncertain')) await tellOfTrouble(work, letter)
  if (letter?.task_id && letter.state === 'handed_over')
    await tasks.noteMailed(work, { task: letter.task_id, address: letter.to_address })
}

const MAY_MOVE: readonly LetterState[] = ['leaving', 'queued', 'kept', 'uncertain', 'failed']

async function move(
  work: Work,
  id: LetterId,
  { to, detail }: { to: LetterState; detail: string | null },
): Promise<LetterRow | undefined> {
  const letter = await moveLetter(work, id, { from: MAY_MOVE, to, detail })
  if (letter && to !== 'queued') {
    const { task_id, what } = letter
    work.publish(letterSettled, { letter_id: id, task_id, what, state: to })
  }
  return letter
}
