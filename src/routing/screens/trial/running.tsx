import { lazy, Suspense, useEffect, useState } from 'react'
import { Badge, type BadgeTone } from '#ui/badge'
import { Chart } from '#ui/chart'
import { Panel } from '#ui/layout'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { refetch, useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getTrial, getTrialFigures, type Arm, type Trial, type TrialFigures } from '../../contract.ts'
import { useHour } from '../floor/hour.ts'
import { usePercent } from '../floor/numbers.ts'
import { Sides } from './sides.tsx'
import { Steering } from './steering.tsx'
import { words } from './words.ts'

const TrialContacts = lazy(async () => ({ default: (await import('./contacts.tsx')).TrialContacts }))
const tones: Readonly<Record<Trial['verdict'], BadgeTone>> = { too_few: 'neutral', holds: 'good', falls: 'danger' }
const EVERY_MILLISECONDS = 30_000

/** A trial with its verdict, both sides beside each other, its course, and what one can do. */
export function Running({ trial }: { trial: Trial }) {
  const asked = useAsk(getTrialFigures, { id: trial.id }, { staleSeconds: 20, keepPrevious: true })
  const [contacts, setContacts] = useState<Arm | null>(null)
  useEffect(() => {
    if (trial.ended_at) return
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void refetch(getTrial, getTrialFigures),
      EVERY_MILLISECONDS,
    )
    return () => clearInterval(timer)
  }, [trial.ended_at])
  return (
    <div className="trial">
      <Head trial={trial} />
      {asked.data ? <Sides figures={asked.data} onContacts={setContacts} /> : <Skeleton lines={5} />}
      {asked.data && <Course figures={asked.data} />}
      {!trial.ended_at && <Steering trial={trial} />}
      <Suspense>{contacts && <TrialContacts trial={trial.id} arm={contacts} onClose={() => setContacts(null)} />}</Suspense>
    </div>
  )
}

function Head({ trial }: { trial: Trial }) {
  const say = useWords(words)
  const percent = usePercent(1)
  const { guard, candidate, difference } = trial
  const points = (share: number) => (share * 100).toLocaleString(useLanguageTag(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <Panel title={say('under')} actions={<Badge tone={tones[trial.verdict]} icon={trial.verdict === 'falls' ? 'warning' : trial.verdict === 'holds' ? 'check' : 'clock'}>{say(`verdict_${trial.verdict}`)}</Badge>}>
      <p className="trial-what">
        <strong>{say('version', { number: trial.tried.number })}</strong> {say('titled', { title: trial.tried.title })} · {say('shareOf', { share: percent(trial.share) })} · {say('since')} <Time at={trial.share_since} />
      </p>
      <p>
        {trial.verdict === 'too_few' ? say('tooFewText', { count: candidate?.of ?? 0, fewest: guard.fewest }) : difference && say('differenceIs', { by: points(difference.by), low: points(difference.low), high: points(difference.high) })}
      </p>
      <dl className="trial-facts">
        <div>
          <dt>{say('guardIs')}</dt>
          <dd>
            {[guard.least === null ? '' : say('guardLeast', { share: percent(guard.least) }), guard.below_others === null ? '' : say('guardBelow', { points: guard.below_others * 100 }), say('guardWindow', { minutes: guard.window_minutes, fewest: guard.fewest })].filter(Boolean).join(' · ')}
          </dd>
        </div>
        {trial.next_step_at && (
          <div>
            <dt>{say(trial.step < trial.plan.steps.length ? 'nextStep' : 'nextPublish')}</dt>
            <dd><Time at={trial.next_step_at} /></dd>
          </div>
        )}
        <div>
          <dt>{say('begunBy', { name: trial.started_by.name })}</dt>
          <dd><Time at={trial.started_at} /></dd>
        </div>
      </dl>
      {trial.because && <p className="trial-because">{trial.because}</p>}
    </Panel>
  )
} // prettier-ignore

const useLanguageTag = () => (useLanguage() === 'fr' ? 'fr-FR' : 'en-GB')

function Course({ figures }: { figures: TrialFigures }) {
  const say = useWords(words)
  const percent = usePercent()
  const hour = useHour()
  const share = (side: 'candidate' | 'current') => figures.spans.map((span) => span[side]?.share ?? null)
  const begun = figures.spans.filter((span) => span.candidate ?? span.current).length > 1
  return (
    <Panel title={say('overTime')}>
      {begun ? (
        <Chart
          title={say('overTime')}
          kind="lines"
          labels={figures.spans.map(({ at }) => hour(at))}
          labelName={say('moment')}
          most={1}
          format={percent}
          series={[
            { name: say('usual'), tone: 'neutral', values: share('current') },
            { name: say('tried'), tone: 'accent', values: share('candidate') },
          ]}
        />
      ) : (
        <p className="trial-because">{say('noCourseYet')}</p>
      )}
      <ol className="trial-shares" aria-label={say('shares')}>
        {figures.shares.map(({ at, share: of, how, by }) => (
          <li key={at}>
            <strong>{percent(of)}</strong> <Time at={at} as="hour" />{' '}
            {how === 'by_hand' ? say('how_by_hand', { by }) : say(`how_${how}`)}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
