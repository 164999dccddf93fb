// A mend by one press: what contracts must allow for it is written, then the optimiser is asked again, which now may do it.
import { useState } from 'react'
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { refetch } from '#ui/query'
import type { Plan } from '../../../contract/plans.ts'
import { listPlanRuns, postPlanRun, type PlanAnswer } from '../../../contract/runs.ts'
import type { WorkContract } from '../../../contract/work-contract.ts'
import { getContracts, listContracts, putContract, type ContractsOf } from '../../../contract/work-terms.ts'

export type Mend = PlanAnswer['why'][number]['mends'][number]
export type Mending = { can: (mend: Mend) => boolean; run: (mend: Mend) => void; busy: boolean }
type PersonId = ContractsOf['person']['id']

const HOURS_MORE = 2 // a week: enough for an hour on two days
const SECONDS = 30

/** What a contract says otherwise for it; null: the optimiser may do it as contracts are, and is only asked to draw anew. */
const allows: Partial<Record<Mend['code'], ((terms: WorkContract) => WorkContract) | null>> = {
  overtime: (terms) => ({ ...terms, overtime_most: Math.max(terms.overtime_most, HOURS_MORE) }),
  extra_day: (terms) => ({ ...terms, days_most: Math.min(6, terms.days_most + 1), overtime_most: Math.max(terms.overtime_most, terms.hours_day_least) }),
  move_breaks: null,
  move_shifts: null,
  swap_days: null,
  move_session: null,
} // prettier-ignore

export function useMend(plan: Plan, onAsked: () => void): Mending {
  const [busy, setBusy] = useState(false)
  const can = ({ code }: Mend): boolean => plan.may.includes('optimise') && code in allows
  const mend = async ({ code, people }: Mend): Promise<void> => {
    const change = allows[code]
    for (const person of change ? people : []) await putContractOf(person as PersonId, plan, change!) // a run names people by their ids
    await send(postPlanRun, { id: plan.id, people: [], keep: 'locked', seconds: SECONDS, gap: 0.01 })
    await refetch(listPlanRuns, listContracts)
    onAsked()
  }
  const run = (wanted: Mend): void => {
    setBusy(true)
    mend(wanted)
      .catch(tell)
      .finally(() => setBusy(false))
  }
  return { can, run, busy }
}

/** In these weeks only: afterwards the contract is what it was. */
async function putContractOf(person: PersonId, plan: Plan, change: (terms: WorkContract) => WorkContract): Promise<void> {
  const { now, version } = await send(getContracts, { person })
  const next = Temporal.PlainDate.from(plan.last_day).add({ days: 1 }).toString()
  const meanwhile = await send(putContract, { person, version, from: plan.first_day, until: plan.last_day, terms: change(now) })
  await send(putContract, { person, version: meanwhile.version, from: next, until: null, terms: now })
}
