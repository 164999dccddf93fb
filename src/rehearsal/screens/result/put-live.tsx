import { useState } from 'react'
import { getTrial } from '#routing/contract'
import { ButtonLink } from '#ui/button'
import { Radios, Segments } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { Notice, Panel } from '#ui/layout'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getRun, listRuns, postLive, type Run } from '../../contract.ts'
import { words } from './words.ts'

const shares = ['0.05', '0.1', '0.2', '0.5'] as const
const guards = ['0.03', '0.05', '0.1'] as const

/** Tomorrow's rules become today's: carefully, or at once. */
export function PutLive({ run }: { run: Run }) {
  const say = useWords(words)
  if (run.live) return <AlreadyLive live={run.live} />
  if (!run.asked.tomorrow) return null
  return (
    <Panel title={say('liveTitle')}>
      <p className="rehearsal-quiet">{say('liveLead')}</p>
      {run.may.includes('put_live') ? <Choose run={run} /> : <p>{say('mayNotLive')}</p>}
    </Panel>
  )
}

function AlreadyLive({ live }: { live: NonNullable<Run['live']> }) {
  const say = useWords(words)
  const trial = live.how === 'trial'
  const [before = '', after = ''] = say(trial ? 'isTrial' : 'isLive', { date: '\u0000' }).split('\u0000')
  return (
    <Notice tone="good" action={trial ? <ButtonLink href="/desk/routing/trial">{say('seeTrial')}</ButtonLink> : undefined}>
      {before}
      <Time at={live.at} as="day" />
      {after}
    </Notice>
  )
}

function Choose({ run }: { run: Run }) {
  const say = useWords(words)
  const [how, setHow] = useState<'trial' | 'all'>('trial')
  const [share, setShare] = useState<(typeof shares)[number]>('0.1')
  const [guard, setGuard] = useState<(typeof guards)[number]>('0.05')
  const put = useSend(postLive, {
    refetch: [getRun, listRuns, getTrial],
    onDone: ({ how: done }) => toast({ text: say(done === 'trial' ? 'wentTrial' : 'wentLive') }),
  })
  const begin = () =>
    put.mutate({
      id: run.id,
      name: run.name,
      share: how === 'trial' ? Number(share) : 1,
      ...(how === 'trial' ? { guard: { below_others: Number(guard) } } : {}),
    })
  return (
    <div className="rehearsal-live">
      <Radios
        label={say('how')}
        hideLabel
        value={how}
        onChange={setHow}
        options={[
          { id: 'trial', label: say('liveShare'), detail: say('liveShareText') },
          { id: 'all', label: say('liveAll'), detail: say('liveAllText') },
        ]}
      />
      {how === 'trial' && (
        <div className="rehearsal-guard">
          <span>{say('share')}</span>
          <Segments
            label={say('share')}
            value={share}
            onChange={setShare}
            options={shares.map((id) => ({ id, label: `${100 * Number(id)}\u202f%` }))}
          />
          <span>{say('guard')}</span>
          <Segments
            label={say('guard')}
            value={guard}
            onChange={setGuard}
            options={guards.map((id) => ({ id, label: say('guardPoints', { count: Math.round(100 * Number(id)) }) }))}
          />
        </div>
      )}
      <Confirm
        key={how}
        label={say(how === 'trial' ? 'goTrial' : 'goLive')}
        question={how === 'trial' ? say('sureTrial', { one: Math.round(1 / Number(share)) }) : say('sureLive')}
        yes={say(how === 'trial' ? 'goTrial' : 'goLive')}
        isDisabled={put.isPending}
        onYes={begin}
      />
    </div>
  )
}
