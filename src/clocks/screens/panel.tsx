import { lazy, Suspense, useState } from 'react'
import type { Case } from '#cases/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { useCommands } from '#ui/keys'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getCaseClocks, type CaseClocks, type ClockState, type RunningClock, type Stretch } from '../contract.ts'
import { Escalations } from './escalations.tsx'
import { Running } from './running.tsx'
import { words } from './words.ts'
import './clocks.css'

const HoldDialog = lazy(async () => ({ default: (await import('./hold-dialog.tsx')).HoldDialog }))

/** The clocks of a case as they run, each with its sentence; how long the customer has heard nothing; who was called for help. */
export function ClocksPanel({ found }: { found: Case }) {
  const say = useWords(words)
  const [holding, setHolding] = useState(false)
  const clocks = useAsk(getCaseClocks, { case: found.id }).data
  const mayHold = found.may.includes('case.reply') && found.status === 'open'
  useCommands(mayHold ? [{ id: 'clocks.hold', label: say('hold'), group: say('group'), keys: 'h', icon: 'clock', run: () => setHolding(true) }] : []) // prettier-ignore
  const dialog = <Suspense>{holding && <HoldDialog found={found} onClose={() => setHolding(false)} />}</Suspense>
  if (!clocks) return dialog
  return (
    <Panel title={say('title')} {...(isLoud(clocks) ? { tone: 'promise' as const } : {})} actions={mayHold && <Hold onPress={() => setHolding(true)} />}>
      <Standing clocks={clocks} of={found.id} />
      {dialog}
    </Panel>
  )
} // prettier-ignore

const isOwed = ({ ended_at }: RunningClock): boolean => ended_at === null
const isLoud = ({ clocks, silence }: CaseClocks): boolean =>
  clocks.some((clock) => isOwed(clock) && clock.state === 'breached') || silence?.since_alarm != null

function Hold({ onPress }: { onPress: () => void }) {
  const say = useWords(words)
  return (
    <Button size="small" tone="quiet" icon="clock" keys="H" onPress={onPress}>
      {say('hold')}
    </Button>
  )
}

function Standing({ clocks: all, of }: { clocks: CaseClocks; of: Case['id'] }) {
  const spoken = useLanguage()
  const [owed, past] = [all.clocks.filter(isOwed), all.clocks.filter((clock) => !isOwed(clock))]
  return (
    <div className="clocks-panel">
      {owed.length > 0 && (
        <ul className="clocks-list">
          {owed.map((clock) => (
            <Running key={clock.id} clock={clock} at={all.at} zone={all.zone} />
          ))}
        </ul>
      )}
      {all.none && <p className="clocks-none">{all.none[spoken]}</p>}
      {all.silence && <Quiet cause="silence" stretch={all.silence} />}
      {all.stagnation?.since_alarm && <Quiet cause="stagnation" stretch={all.stagnation} />}
      {all.escalations.length > 0 && <Escalations escalations={all.escalations} climbs={all.climbs} of={of} />}
      {all.policy && <Why policy={all.policy} />}
      {past.length > 0 && <Past clocks={past} />}
    </div>
  )
}

function Quiet({ cause, stretch }: { cause: 'silence' | 'stagnation'; stretch: Stretch }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <div className="clocks-quiet" data-late={stretch.since_alarm ? '' : undefined}>
      <strong>
        {say(cause)} <Time at={stretch.since} />
        {stretch.since_alarm && <Badge tone="danger">{say('tooLong')}</Badge>}
      </strong>
      <small>{stretch.why[spoken]}</small>
    </div>
  )
}

function Why({ policy }: { policy: NonNullable<CaseClocks['policy']> }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="clocks-more">
      <summary>{say('policy')}</summary>
      <p>{policy.because[spoken]}</p>
      <p>{policy.sentence[spoken]}</p>
    </details>
  )
}

const tones: Readonly<Record<ClockState, BadgeTone>> = { running: 'info', paused: 'neutral', breached: 'danger', met: 'good', met_late: 'promise', ended: 'neutral' } // prettier-ignore

function Past({ clocks }: { clocks: readonly RunningClock[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="clocks-more">
      <summary>{say('past', { count: clocks.length })}</summary>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.id}>
            <Badge tone={tones[clock.state]}>{say(`state_${clock.state}`)}</Badge>{' '}
            <span>
              {say(clock.kind)} <small>{clock.why[spoken]}</small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
