// A mend by one press: the server does what the optimiser tried, and says what it does to the need.
import { useState } from 'react'
import { newKey, send } from '#ui/api'
import { tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getPlan, type Plan } from '../../../contract/plans.ts'
import type { Moved } from '../../../contract/moves.ts'
import { putMend, type PlanAnswer, type PlanRun } from '../../../contract/runs.ts'
import { lengthOf } from '../grid/hours.ts'
import { optimiseWords } from './words.ts'

export type Mend = PlanAnswer['why'][number]['mends'][number]
export type Mending = { can: (mend: Mend) => boolean; run: (mend: Mend) => void; busy: boolean }

export function useMend(plan: Plan, onDone: () => void): Mending {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const can = ({ press }: Mend): boolean =>
    plan.may.includes('edit') && press !== undefined && !done.has(`${press.run} ${press.nth}`)
  const mend = async ({ press }: Mend): Promise<void> => {
    if (!press) return
    const moved = await send(putMend, { id: press.run as PlanRun['id'], nth: press.nth }, { key: newKey() }) // an id of a run
    setDone((before) => new Set([...before, `${press.run} ${press.nth}`]))
    const gained = missingIn(moved, 'missing_before_min') - missingIn(moved, 'missing_after_min')
    toast({ text: gained > 0 ? say('mended', { hours: lengthOf(gained, spoken) }) : say('mendedOnly') })
    await refetch(getPlan)
    onDone()
  }
  const run = (wanted: Mend): void => {
    setBusy(true)
    mend(wanted)
      .catch(tell)
      .finally(() => setBusy(false))
  }
  return { can, run, busy }
}

const missingIn = ({ effect }: Moved, when: 'missing_before_min' | 'missing_after_min'): number =>
  effect.reduce((sum, group) => sum + group[when], 0)
