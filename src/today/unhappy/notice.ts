// Something was noticed of a customer: it is written down once, and the sum of the case is made anew.
import * as cases from '#cases'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { becameCalm, becameUnhappy, type SignalKind } from '../contract.ts'
import { coldAt, counting, moodOf, scoreOf } from '../rules/mood.ts'
import { calmingsOf, insertSignal, lockSum, signalsOf, writeSum } from '../store/unhappy.ts'

export type Noticed = {
  case_id: CaseId
  kind: SignalKind
  weight: number
  at: Temporal.Instant
  source: string
  words?: string | null
}

export async function notice(work: Work, { words = null, ...seen }: Noticed): Promise<void> {
  const fresh = await insertSignal(work, { ...seen, id: newId(work.now), words })
  if (fresh > 0) await sumUp(work, seen.case_id)
}

/** The sum of a case from what was noticed; tells when it passes the threshold, one way or the other. */
export async function sumUp(work: Work, case_id: CaseId, because: string | null = null): Promise<void> {
  const of = (await cases.facts(work, [case_id])).get(case_id)
  if (!of) return
  const before = await lockSum(work, case_id)
  const [signals, [calmed]] = await Promise.all([signalsOf(work, [case_id]), calmingsOf(work, [case_id])])
  const counted = counting(signals, calmed?.at ?? null)
  const cold_at = coldAt(counted) ?? work.now
  await writeSum(work, { case_id, owner: of.owner_id, brand: of.brand_id, cold_at })
  const was = before ? Temporal.Instant.compare(before.cold_at, work.now) > 0 : false
  const is = Temporal.Instant.compare(cold_at, work.now) > 0
  const about = { case_id, owner: of.owner_id }
  if (is && (!was || Temporal.Instant.compare(cold_at, before!.cold_at) > 0))
    work.publish(becameUnhappy, { ...about, mood: moodOf(scoreOf(counted, work.now)) }, { case_id })
  if (was && !is) work.publish(becameCalm, { ...about, because }, { case_id })
}
