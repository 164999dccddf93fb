// Moves as they are shown: with what was predicted and what happened.
import * as staff from '#staff'
import { allow } from '#access'
import { isUuid, type PersonId } from '#base/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { DayMove, DayMoveId, Step } from '../contract.ts'
import { isId } from '../alerts/list.ts'
import { findMove, listMoves as rowsOf, stepsOf, type MoveRow, type StepRow } from '../store/move.ts'
import { groupsSeen, stepsSeen } from '../whose.ts'

type Asked = { cursor?: string | undefined; limit: number; group?: string | undefined }

export async function listMoves(work: Work, { cursor, limit, group }: Asked): Promise<{ items: DayMove[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await rowsOf(work, { cursor: isId(cursor) ? cursor : undefined, group, most: limit + 1 })
  const sees = await groupsSeen(work)
  const page = rows.slice(0, limit)
  const items = await shown(work, page.filter(({ group_key }) => sees(group_key))) // prettier-ignore
  return { items, next: rows.length > limit ? page.at(-1)!.id : null }
}

export async function showMove(work: Work, id: DayMoveId): Promise<DayMove> {
  const move = await findMove(work, id)
  if (!move) throw refuse(notFound, {})
  return (await shown(work, [move]))[0]!
}

async function shown(work: Work, rows: readonly MoveRow[]): Promise<DayMove[]> {
  const steps = Map.groupBy(rows.length === 0 ? [] : await stepsOf(work, rows.map(({ id }) => id)), ({ move_id }) => move_id) // prettier-ignore
  const actors = rows.flatMap(({ applied_by, undone_by }) => [applied_by, undone_by ?? '']).filter(isUuid) as PersonId[] // actors who are people
  const names = await staff.find(work, actors)
  const named = (id: string | null) => {
    const found = names.get(id as PersonId)
    return found ? { id: found.id, name: found.name } : null
  }
  const seen = await stepsSeen(work)
  return rows.map(({ group_key: group, applied_by, applied_at, undone_by, undone_at, predicted, measured, ...row }) => {
    const theirs = steps.get(row.id) ?? []
    return {
      id: row.id, kind: row.kind, label: row.label, group, predicted, measured,
      applied_at: String(applied_at), applied_by: named(applied_by), undone_at: undone_at && String(undone_at), undone_by: named(undone_by),
      steps: theirs.map(({ step, state, why }) => ({ step: seen(step), as: state, why })),
      undoable: undone_at === null && theirs.some((step) => isUndoable(work, step)),
    }
  }) // prettier-ignore
}

function isUndoable({ now }: Work, { step, state }: StepRow): boolean {
  if (state !== 'done' && state !== 'asked' && state !== 'accepted') return false
  const begins = beginsAt(step)
  return begins === null || Temporal.Instant.compare(Temporal.Instant.from(begins), now) > 0
}

// What cannot be taken back once it has begun; null: it always can.
function beginsAt(step: Step): string | null {
  if (step.does === 'retime') return step.was.from < step.to.from ? step.was.from : step.to.from
  if (step.does === 'cancel') return step.was.from
  return step.does === 'ask' ? step.from : null
}
