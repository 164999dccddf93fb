import * as staff from '#staff'
import type { Work } from '#base/work'
import type { HandOver } from './contract.ts'
import type { findHandOver } from './store/hand-over.ts'
import { personNamed } from './names.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findHandOver>>>

export async function showHandOver(work: Work, row: Row): Promise<HandOver> {
  const people = await staff.find(work, [row.from_id, row.to_id])
  return {
    id: row.id, case_id: row.case_id, from: personNamed(people, row.from_id), to: personNamed(people, row.to_id), message: row.message,
    offered_at: row.offered_at.toString(), ended_at: row.ended_at?.toString() ?? null, ended_as: row.ended_as, answer: row.answer,
  } // prettier-ignore
}
