import type { ReactNode } from 'react'
import type { Absence } from '#staff/contract'
import { Badge } from '#ui/badge'
import { Failure } from '#ui/failure'
import { Notice, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { coverKinds, getPlan, type CoverKind, type Plan } from '../contract.ts'
import { Answer, Verdict } from './answer.tsx'
import { Gaps } from './gaps.tsx'
import { Spans } from './spans.tsx'
import { Things } from './things.tsx'
import { words } from './words.ts'
import './cover.css'

type Planned = { absence: Absence; decline?: ReactNode } // declining is the absence's own answer; it stands beside ours

/** Below an absence: whether all is covered and the answer, what nobody covers and how to mend it, then who covers what. */
export function CoverPlan({ absence, decline }: Planned) {
  const say = useWords(words)
  const { data: plan, error, refetch } = useAsk(getPlan, { absence: absence.id })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!plan) return <Skeleton lines={6} />
  const all = plan.counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Panel title={say('plan')}>
      <Stack>
        <p className="cover-soft">{say('planLead')}</p>
        <Verdict gaps={plan.gaps} all={all} />
        {plan.approved?.because && <Notice>{say('approvedOver', { because: plan.approved.because })}</Notice>}
        {plan.gaps > 0 && <Gaps plan={plan} absence={absence} />}
        {plan.may.approve && <Answer plan={plan} decline={decline} />}
        <Covers plan={plan} />
        {all > 0 && <ByKind plan={plan} />}
      </Stack>
    </Panel>
  )
}

function Covers({ plan }: { plan: Plan }) {
  const say = useWords(words)
  return (
    <section className="cover-part">
      <h3>{say('covers')}</h3>
      <div className="cover-arrives">
        <span>{say('arrives')}</span> <Spans spans={plan.spans} why />
      </div>
      <ul className="cover-people">
        {plan.covers.map(({ person, things, open_cases, away }) => (
          <li key={person.id}>
            <Person person={person} detail={`${say('things', { count: things })} · ${say('openCases', { count: open_cases })}`} />
            {away.map(({ from, until }) => (
              <Badge key={from} tone="danger">
                {say('awayFrom')} <Time at={from} as="day" /> {say('until')} <Time at={until} as="day" />
              </Badge>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
} // prettier-ignore

function ByKind({ plan }: { plan: Plan }) {
  const say = useWords(words)
  const countOf = (kind: CoverKind): number => plan.counts.find((each) => each.kind === kind)?.count ?? 0
  const pages = coverKinds
    .filter((kind) => countOf(kind) > 0)
    .map((kind) => ({
      id: kind,
      label: say(`kind_${kind}`),
      count: countOf(kind),
      content: <Things plan={plan} kind={kind} />,
    }))
  return <Tabs label={say('plan')} pages={pages} />
}
