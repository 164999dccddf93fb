import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { WorkforceStrip } from '#forecasting/screens'
import { Badge } from '#ui/badge'
import { Failure } from '#ui/failure'
import { Page } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { listPlans, type Plan } from '../../contract/plans.ts'
import { PlanActions } from './actions.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NewPlanDialog } from './new-plan.tsx'
import { usePlanName } from './plan-name.ts'
import { PlanView } from './plan-view.tsx'
import { readWished, type Wish } from './shown.ts'
import { words } from './words.ts'
import './kinds.css'
import '../paper.css'
import './planning.css'

/** Who works when: the plans there are, and one of them on the grid. */
export function PlanningPage() {
  const say = useWords(words)
  const go = useNavigate()
  const search = useSearch({ strict: false })
  const wished = useMemo(() => readWished(search), [search])
  const wish = (change: Wish): void => {
    const next = Object.fromEntries(Object.entries({ ...wished, ...change }).filter(([, value]) => value !== undefined))
    void go({ to: '.', search: next as never, replace: true }) // read by readWished
  }
  const plans = useAsk(listPlans, { limit: 50 })
  const [making, setMaking] = useState(false)
  const items = plans.data?.items ?? []
  const plan = items.find(({ id }) => id === wished.plan) ?? nearest(items)
  return (
    <div className="scheduling-page">
      <WorkforceStrip />
      {plan ? (
        <>
          <header className="scheduling-title">
            <h1>{say('title')}</h1>
            <PlanPicker plans={items} plan={plan} onPick={(id) => wish({ plan: id, day: undefined })} />
            <State plan={plan} />
          </header>
          <PlanView key={plan.id} plan={plan} wished={wished} wish={wish} actions={<PlanActions plan={plan} day={wished.day ?? plan.first_day} wish={wish} open={wished.open} onNew={() => setMaking(true)} />} />
        </>
      ) : (
        <Page title={say('title')}>
          {plans.error ? <Failure error={plans.error} onRetry={() => void plans.refetch()} /> : plans.isPending ? <Skeleton lines={6} /> : <FirstSteps onNew={() => setMaking(true)} />}
        </Page>
      )}
      {making && <NewPlanDialog onClose={() => setMaking(false)} onMade={(id) => { setMaking(false); wish({ plan: id, day: undefined }) }} />}
    </div>
  )
} // prettier-ignore

/** The one that holds today, else the next, else the last. */
function nearest(plans: readonly Plan[]): Plan | undefined {
  const today = Temporal.Now.plainDateISO().toString()
  const coming = plans.filter(({ last_day }) => last_day >= today).toSorted((a, b) => a.first_day.localeCompare(b.first_day))
  return coming[0] ?? plans[0]
}

function PlanPicker({ plans, plan, onPick }: { plans: readonly Plan[]; plan: Plan; onPick: (id: string) => void }) {
  const say = useWords(words)
  const name = usePlanName()
  return (
    <Select
      label={say('plans')}
      hideLabel
      options={plans.map((each) => ({ id: each.id as string, label: name(each) }))}
      value={plan.id}
      onChange={onPick}
    />
  )
}

function State({ plan }: { plan: Plan }) {
  const say = useWords(words)
  if (plan.state === 'draft') return <Badge>{say('draft')}</Badge>
  if (plan.state === 'changed') return <Badge tone="promise">{say('changedState')}</Badge>
  return (
    <Badge tone="good" icon="check">
      {say('published')}
    </Badge>
  )
}
