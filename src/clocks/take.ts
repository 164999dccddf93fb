// "I am on it": what was escalated in a case climbs no further. Whoever reads the case may say so; they work on it from now on.
import * as cases from '#cases'
import { Refused, refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { caseClocks, standing } from './case-clocks.ts'
import { clockTaken, nothingToTake, type CaseClocks } from './contract.ts'
import { clocksOf } from './store/clock.ts'
import { escalationsOf, takeEscalations } from './store/escalation.ts'
import { lockWatches } from './store/watch.ts'
import { workOut } from './work-out.ts'

export async function take(work: Work, { case: id }: { case: CaseId }): Promise<CaseClocks> {
  const found = await cases.holdCase(work, id, 'case.read')
  const main = found.main_id ?? found.id
  const [watch] = await lockWatches(work, [main])
  const { actor } = work
  if (!watch || actor.kind !== 'person') throw refuse(nothingToTake, {})
  const [rows, clocks] = await Promise.all([escalationsOf(work, [main]), clocksOf(work, [main])])
  const open = standing(rows, watch, clocks).filter(({ taken_at }) => taken_at === null)
  if (open.length === 0) throw refuse(nothingToTake, {})
  await takeEscalations(work, open.map((each) => each.id), actor.id) // prettier-ignore
  if (actor.id !== found.owner_id)
    await cases.handle(work, { id: main, person: 'me' }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error // who may read it but not answer in it, takes it all the same
    })
  work.publish(clockTaken, { case_id: main, by: actor.id }, { case_id: main })
  await workOut(work, [main], { marks: false }) // the timer need not ring for what is taken
  return await caseClocks(work, { case: main })
}
