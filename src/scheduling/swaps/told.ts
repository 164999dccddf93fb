// What became of a swap is said: to desks, to those it concerns, and to whoever may take what is offered to all.
import type { Work } from '#base/work'
import { swapChanged, type Swap, type SwapId } from '../contract.ts'
import { unsayOffered } from '../offers/say.ts'
import { tellWhoMay } from '../offers/tell.ts'
import { inForceById } from '../store/in-force.ts'
import { findPlan, type PlanRow } from '../store/plan.ts'
import { findSwap, type SwapRow } from '../store/swap.ts'
import { showSwaps, stateOf } from './show.ts'
import { tellOfSwap, unaskOfSwap } from './tell.ts'

/** Everybody it concerns hears of it, by their desks and by what they are told. */
export async function told(work: Work, id: SwapId): Promise<Swap> {
  const row = (await findSwap(work, id))!
  const [swap] = await showSwaps(work, [row])
  for (const person of new Set([row.person_id, row.taken_by, row.to_id].filter((each) => each !== null)))
    work.publish(swapChanged, {
      swap: id,
      state: stateOf(row),
      person,
      ...(person === row.person_id ? await amongWhom(work, row) : {}),
    })
  await tellOfSwap(work, swap!)
  if (row.ended_at) await unaskOfSwap(work, row)
  if (row.to_id === null) await (stateOf(row) === 'offered' ? tellWhoMay(work, { id, kind: 'swap' }) : unsayOffered(work, [id]))
  return swap!
}

// What is offered to all of a plan is on their lists, and leaves them once it is taken.
async function amongWhom(work: Work, { to_id, shift_id }: SwapRow): Promise<{ among?: Pick<PlanRow, 'teams' | 'people'> }> {
  const [shift] = to_id ? [] : await inForceById(work, [shift_id])
  const plan = shift && (await findPlan(work, shift.plan_id))
  return plan ? { among: { teams: plan.teams, people: plan.people } } : {}
}
