import * as staff from '#staff'
import type { Work } from '#base/work'
import type { HandOver } from './contract.ts'
import type { HandOverRow } from './store/hand-over.ts'
import { personNamed } from './names.ts'

export async function showHandOver(work: Work, row: HandOverRow): Promise<HandOver> {
  const people = await staff.find(work, [row.from_id, row.to_id])
  return {
    id: row.id, case_id: row.case_id, from: personNamed(people, row.from_id), to: personNamed(people, row.to_id), message: row.message, brief: row.brief,
    portfolio_id: row.portfolio_id, offered_at: row.offered_at.toString(), due_at: row.due_at?.toString() ?? null, ended_at: row.ended_at?.toString() ?? null,
    ended_as: row.ended_as, overtaken_by: row.overtaken_by, answer: row.answer,
  } // prettier-ignore
}
