import type { ReactNode } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonLink } from '#ui/button'
import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getOverview, listForecastRuns, postForecastRun, type Overview } from '../contract.ts'
import { firstStepsWords } from './first-steps-words.ts'
import './first-steps.css'

type Step = { id: 'past' | 'forecast' | 'publish' | 'targets' | 'need'; text: string; done: boolean; deed?: ReactNode }

/** The way from nothing to a published forecast, targets and needs, until there is one. @param onBring absent where no file can be brought */
export function FirstSteps({ onBring }: { onBring?: () => void }) {
  const overview = useAsk(getOverview, {}, { staleSeconds: 60 })
  if (!overview.data || overview.data.published_at !== null) return null
  return <Steps overview={overview.data} onBring={onBring} />
}

type Walked = { overview: Overview; onBring: (() => void) | undefined }

function Steps({ overview, onBring }: Walked) {
  const say = useWords(firstStepsWords)
  const { may } = useMe()
  const steps = useSteps({ overview, onBring })
  const next = steps.find(({ done }) => !done)?.id
  return (
    <Panel title={say('title')}>
      <p className="forecasting-first-lead">{say('lead')}</p>
      <ol className="forecasting-first">
        {steps.map(({ id, text, done, deed }, i) => (
          <li key={id} data-done={done || undefined} data-next={next === id || undefined} aria-current={next === id ? 'step' : undefined}>
            <span aria-hidden="true">{done ? <Icon name="check" size={16} /> : i + 1}</span>
            <div>
              <strong>{say(id)}</strong>
              {done && <span className="unseen">{say('done')}</span>}
              <p>{text}</p>
            </div>
            {!done && deed}
          </li>
        ))}
      </ol>
      {may('routing.manage') && (
        <p className="forecasting-first-rules">
          {say('rules')} <a href="/desk/routing">{say('toRules')}</a>
        </p>
      )}
    </Panel>
  ) // prettier-ignore
}

function useSteps({ overview: { streams, days_needed, may_manage }, onBring }: Walked): Step[] {
  const say = useWords(firstStepsWords)
  const runs = useAsk(listForecastRuns, { limit: 5 }).data?.items ?? []
  const days = Math.max(0, ...streams.map((each) => each.days))
  const enough = days >= days_needed
  const isForecast = runs.some(({ state }) => state === 'done')
  const here = (deed: ReactNode): ReactNode => may_manage && (onBring ? deed : <To path="/desk/forecast" label={say('toForecast')} />)
  const past = enough ? say('pastDone', { days }) : days > 0 ? say('pastYoung', { days, left: days_needed - days }) : say('pastText')
  const bring = <Button size="small" icon="upload" tone="primary" onPress={() => onBring?.()}>{say('bring')}</Button>
  return [
    { id: 'past', done: enough, text: past, deed: here(bring) },
    { id: 'forecast', done: isForecast, text: say('forecastText'), deed: enough && here(<RunButton isUnderWay={runs.some(({ ended_at }) => ended_at === null)} />) },
    { id: 'publish', done: false, text: say('publishText'), deed: isForecast && here(null) },
    { id: 'targets', done: false, text: say('targetsText'), deed: <To path="/desk/staffing?tab=targets" label={say('toTargets')} tone="quiet" /> },
    { id: 'need', done: false, text: say('needText') },
  ]
} // prettier-ignore

const To = ({ path, label, tone = 'primary' }: { path: string; label: string; tone?: 'primary' | 'quiet' }) => (
  <ButtonLink href={path} size="small" tone={tone}>
    {label}
  </ButtonLink>
)

function RunButton({ isUnderWay }: { isUnderWay: boolean }) {
  const say = useWords(firstStepsWords)
  const run = useSend(postForecastRun, { refetch: [listForecastRuns, getOverview] })
  return (
    <Button
      size="small"
      icon="refresh"
      tone="primary"
      busy={run.isPending}
      isDisabled={isUnderWay}
      onPress={() => run.mutate({})}
    >
      {say('run')}
    </Button>
  )
}
