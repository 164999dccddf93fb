import { useEffect, useState } from 'react'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import type { IconName } from '#ui/icon'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  countCases,
  getCase,
  listCases,
  postRetry,
  putHandedOver,
  type CaseId,
  type Interaction,
  type SendState,
} from '../../contract.ts'
import { undoSending } from '../composer/undo.ts'
import { words } from './message-words.ts'

const looks: Readonly<Record<SendState, { tone: BadgeTone; icon: IconName }>> = {
  received: { tone: 'neutral', icon: 'mail' },
  queued: { tone: 'info', icon: 'clock' },
  leaving: { tone: 'info', icon: 'send' },
  handed_over: { tone: 'good', icon: 'check' },
  kept: { tone: 'neutral', icon: 'post' },
  failed: { tone: 'danger', icon: 'warning' },
  uncertain: { tone: 'promise', icon: 'warning' },
  cancelled: { tone: 'neutral', icon: 'undo' },
}

type Sending = { interaction: Interaction; instant: boolean } // instant: said where the visitor is, not sent to an address

/** What became of an answer, in a word. */
export function SendBadge({ interaction, instant }: Sending) {
  const say = useWords(words)
  const seconds = useSecondsUntil(interaction.state === 'queued' ? interaction.leaves_at : null)
  const { tone, icon } = looks[interaction.state]
  const retries = interaction.state === 'queued' && interaction.state_detail !== null
  if (instant) return <SpokenBadge state={interaction.state} />
  return (
    <Badge tone={tone} icon={icon}>
      {seconds > 0 ? say('state_leavesIn', { seconds }) : retries ? say('state_retries') : say(`state_${interaction.state}`)}
    </Badge>
  )
}

function SpokenBadge({ state }: { state: SendState }) {
  const say = useWords(words)
  const { tone, icon } = looks[state]
  const known =
    state === 'leaving' || state === 'handed_over' || state === 'kept'
      ? (`spoken_${state}` as const)
      : (`state_${state}` as const)
  return (
    <Badge tone={tone} icon={icon}>
      {say(known)}
    </Badge>
  )
}

/** What one should know about it, and what one can do. */
export function SendWords({ caseId, interaction, instant }: Sending & { caseId: CaseId }) {
  const say = useWords(words)
  const seconds = useSecondsUntil(interaction.state === 'queued' ? interaction.leaves_at : null)
  if (interaction.state === 'queued' && seconds > 0 && interaction.kind === 'message')
    return (
      <div className="cases-hold">
        <Button size="small" icon="undo" onPress={() => void undoSending(caseId, interaction.id)}>
          {say('holdBack')}
        </Button>
      </div>
    )
  if (interaction.state === 'kept')
    return instant ? (
      <p className="cases-sent-words">{say('spokenKeptText')}</p>
    ) : (
      <p className="cases-sent-words">
        {say('keptText')} <a href="/desk/post-office">{say('toPostOffice')}</a>
      </p>
    )
  if (interaction.state === 'failed')
    return (
      <Notice tone="danger" action={<Again caseId={caseId} interaction={interaction} label={say('again')} />}>
        {interaction.state_detail ? say('failedText', { detail: interaction.state_detail }) : say('failedPlain')}
      </Notice>
    )
  if (interaction.state === 'uncertain') return <Uncertain caseId={caseId} interaction={interaction} />
  return null
}

function Uncertain({ caseId, interaction }: { caseId: CaseId; interaction: Interaction }) {
  const say = useWords(words)
  const leave = useSend(putHandedOver, { refetch: [getCase, listCases, countCases] })
  const choice = (
    <span className="ui-button-row">
      <Again caseId={caseId} interaction={interaction} label={say('uncertainAgain')} />
      <Button
        size="small"
        tone="quiet"
        busy={leave.isPending}
        onPress={() => leave.mutate({ id: caseId, interaction: interaction.id })}
      >
        {say('uncertainLeave')}
      </Button>
    </span>
  )
  return (
    <Notice tone="promise" action={choice}>
      <p>{say('uncertainText')}</p>
      <p>{say('uncertainAsk')}</p>
      {interaction.state_detail && <p>{say('detail', { detail: interaction.state_detail })}</p>}
    </Notice>
  )
}

function Again({ caseId, interaction, label }: { caseId: CaseId; interaction: Interaction; label: string }) {
  const say = useWords(words)
  const again = useSend(postRetry, { refetch: [getCase, listCases, countCases], onDone: () => toast({ text: say('againDone') }) })
  return (
    <Button
      size="small"
      icon="refresh"
      busy={again.isPending}
      onPress={() => again.mutate({ id: caseId, interaction: interaction.id })}
    >
      {label}
    </Button>
  )
}

/** Whole seconds still to go, 0 when there are none; ticks by itself. */
export function useSecondsUntil(at: string | null): number {
  const left = () => (at === null ? 0 : Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const look = () => setSeconds(at === null ? 0 : Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)))
    look()
    if (at === null || Date.parse(at) <= Date.now()) return
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [at])
  return seconds
}
