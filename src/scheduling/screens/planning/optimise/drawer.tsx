import { useState } from 'react'
import { Button, ButtonLink, ButtonRow } from '#ui/button'
import { Radios } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Notice, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Plan } from '../../../contract/plans.ts'
import { getPlanRun, listPlanRuns, MOST_TIMES_TORN, postPlanRun, type PlanRun } from '../../../contract/runs.ts'
import { listPatterns } from '../../../contract/work-terms.ts'
import { percent } from './percent.ts'
import { Outcome } from './outcome.tsx'
import { UnderWay } from './under-way.tsx'
import { useMend } from './use-mend.ts'
import { optimiseWords } from './words.ts'
import './optimise.css'

/** The optimiser asked, followed, and answered. */
export function OptimiseDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(optimiseWords)
  const runs = useAsk(listPlanRuns, { id: plan.id, limit: 10 })
  const [again, setAgain] = useState(false)
  const last = runs.data?.items[0]
  return (
    <Drawer open onClose={onClose} title={say('title')}>
      {runs.error ? <Failure error={runs.error} onRetry={() => void runs.refetch()} /> : runs.isPending ? <Skeleton lines={6} /> : last && !again ? <One key={last.id} plan={plan} run={last} onAgain={() => setAgain(true)} onClose={onClose} /> : <Ask plan={plan} onAsked={() => setAgain(false)} />}
    </Drawer>
  )
} // prettier-ignore

const times = ['15', '30', '60', '120', '300'] as const
const gaps = ['0', '0.01', '0.02', '0.05'] as const

function Ask({ plan, onAsked }: { plan: Plan; onAsked: () => void }) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const [keep, setKeep] = useState<'locked' | 'all'>(plan.shifts > 0 && plan.state !== 'draft' ? 'all' : 'locked')
  const [seconds, setSeconds] = useState<(typeof times)[number]>('60')
  const [gap, setGap] = useState<(typeof gaps)[number]>('0.01')
  const go = useSend(postPlanRun, { refetch: [listPlanRuns], onDone: onAsked })
  return (
    <Stack>
      <p className="scheduling-quiet">{say('lead')}</p>
      <Radios label={say('keep')} options={(['locked', 'all'] as const).map((id) => ({ id, label: say(`keep_${id}`) }))} value={keep} onChange={setKeep} />
      <div className="scheduling-two">
        <Select label={say('seconds')} options={times.map((id) => ({ id, label: say('secondsMany', { count: id }) }))} value={seconds} onChange={setSeconds} />
        <Select label={say('gap')} options={gaps.map((id) => ({ id, label: say('gapMany', { share: percent(Number(id), spoken) }) }))} value={gap} onChange={setGap} />
      </div>
      <p className="scheduling-quiet">{say('gapNote')}</p>
      <Shapes />
      <ButtonRow end>
        <Button tone="primary" icon="star" busy={go.isPending} onPress={() => go.mutate({ id: plan.id, people: [], keep, seconds: Number(seconds), gap: Number(gap) })}>{say('go')}</Button>
      </ButtonRow>
    </Stack>
  )
} // prettier-ignore

/** Of which shifts it will be made; one pattern alone makes all of it, and that is said before. */
function Shapes() {
  const say = useWords(optimiseWords)
  const names = useAsk(listPatterns, { retired: false, limit: 50 }).data?.items.map(({ terms }) => terms.name)
  if (!names) return null
  const [only] = names
  if (names.length !== 1 || only === undefined) return <p className="scheduling-quiet">{names.length === 0 ? say('shapesNone') : say('shapes', { names: names.join(', ') })}</p>
  return (
    <Notice tone="promise" title={say('shapeAlone', { name: only })}>
      <Stack gap={2}>
        <p>{say('shapeAloneText')}</p>
        <ButtonLink size="small" href="/desk/planning/settings?tab=patterns">{say('toShapes')}</ButtonLink>
      </Stack>
    </Notice>
  )
} // prettier-ignore

function One({ plan, run: listed, onAgain, onClose }: { plan: Plan; run: PlanRun; onAgain: () => void; onClose: () => void }) {
  const say = useWords(optimiseWords)
  const spoken = useLanguage()
  const asked = useAsk(getPlanRun, { id: listed.id })
  const run = asked.data ?? listed
  const mend = useMend(plan, () => {})
  const more = (
    <ButtonRow end>
      <Button icon="star" onPress={onAgain}>
        {say('again')}
      </Button>
    </ButtonRow>
  )
  if (run.state === 'asked' || run.state === 'gathering' || run.state === 'solving')
    return <UnderWay run={run} zone={plan.zone} />
  if (run.state === 'cancelled')
    return (
      <Stack>
        <p>{say('cancelled')}</p>
        {more}
      </Stack>
    )
  if (run.state === 'failed' || !run.answer)
    return (
      <Stack>
        <Notice tone="danger" title={say('failed')}>
          {run.failed?.[spoken]}
        </Notice>
        {more}
      </Stack>
    )
  return (
    <Stack>
      {run.torn >= MOST_TIMES_TORN && (
        <Notice tone="promise" title={say('tornTitle', { count: run.torn })}>
          {say('tornText')}
        </Notice>
      )}
      <Outcome answer={run.answer} zone={plan.zone} onClose={onClose} mend={mend} />
      {more}
    </Stack>
  )
}
