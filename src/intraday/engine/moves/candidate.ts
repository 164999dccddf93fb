import type { DayMoveKind, Step } from '../../contract/moves.ts'
import type { PersonNow } from '../situation.ts'

/** A move that could be made, before anybody knows what it would do. */
export type Candidate = {
  id: string
  kind: DayMoveKind
  steps: Step[]
  cost: { people: number; rests_moved: number; extra_min: number; training_min: number }
}

type Named = Extract<Step, { does: 'chats' }>['person']
export const named = ({ id, name }: Pick<PersonNow, 'id' | 'name'>): Named => ({ id: id as Named['id'], name }) // ids of people of the house, as staff gave them
export const text = (moment: number): string => new Date(moment).toISOString()
export const spanText = ({ from, to }: { from: number; to: number }): { from: string; to: string } => ({
  from: text(from),
  to: text(to),
})
export const MINUTE = 60_000
/** Nobody is told of something that begins sooner. */
export const NOTICE = 5 * MINUTE
