import type { Work } from '#base/work'
import type { Tone } from '../contract.ts'
import type { TaskRow } from '../store/row.ts'
import { toneByHand } from './rules/tones.ts'
import { whomFor } from './send-chase.ts'

/** The tone after the last one used. */
export async function toneNow(work: Work, task: TaskRow, before: readonly { tone: Tone }[]): Promise<Tone> {
  const above = await whomFor(work, task, 'manager')
  return toneByHand(before.map(({ tone }) => tone), above.length > 0) // prettier-ignore
}
