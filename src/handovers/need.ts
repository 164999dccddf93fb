// A hand-over is seen by whoever gives, whoever is asked, whoever it went up to, and all who may read its case.
import * as cases from '#cases'
import { Refused, refuse, type Work } from '#base/work'
import { batonUnknown, type BatonId } from './contract.ts'
import { findBaton, type BatonRow } from './store/baton.ts'

export async function needBaton(work: Work, id: BatonId): Promise<BatonRow> {
  const found = await findBaton(work, id)
  if (!found) throw refuse(batonUnknown, {})
  await cases.needCase(work, found.case_id, 'case.read').catch((error: unknown) => {
    throw error instanceof Refused && error.refusal.code === 'case.unknown' ? refuse(batonUnknown, {}) : error
  })
  return found
}

export const isMe = (work: Work, person: string): boolean => work.actor.kind === 'person' && work.actor.id === person
