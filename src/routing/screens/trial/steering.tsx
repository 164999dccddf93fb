import { useState } from 'react'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getRoster,
  getRulebook,
  getTrial,
  getTrialFigures,
  listTrials,
  publishTrial,
  putTrialShare,
  stopTrial,
  type Trial,
} from '../../contract.ts'
import { usePercent } from '../floor/numbers.ts'
import { words } from './words.ts'

export const SHARES = ['0.05', '0.1', '0.2', '0.25', '0.33', '0.5', '0.75', '0.9'] as const
const stale = [getTrial, getTrialFigures, listTrials, getRulebook]

/** More, less, everybody, or nobody. */
export function Steering({ trial }: { trial: Trial }) {
  const say = useWords(words)
  const percent = usePercent()
  const may = useAsk(getRoster, {}, { staleSeconds: 300 }).data?.may.steer ?? false
  const [share, setShare] = useState<string>(String(trial.share))
  const done = (text: string) => () => toast({ tone: 'good', text })
  const widen = useSend(putTrialShare, { refetch: stale, onDone: done(say('widened', { share: percent(Number(share)) })) })
  const publish = useSend(publishTrial, { refetch: stale, onDone: done(say('published')) })
  const stop = useSend(stopTrial, { refetch: stale, onDone: done(say('stopped')) })
  if (!may) return <p className="trial-because">{say('mayNot')}</p>
  const { id, version } = trial
  const options = [...new Set([String(trial.share), ...SHARES])].toSorted((a, b) => Number(a) - Number(b)).map((each) => ({ id: each, label: percent(Number(each)) }))
  return (
    <Panel title={say('widen')}>
      <div className="trial-steering">
        <Select label={say('share')} hideLabel options={options} value={share} onChange={setShare} />
        <Button icon="check" isDisabled={Number(share) === trial.share} busy={widen.isPending} onPress={() => widen.mutate({ id, version, share: Number(share) })}>
          {say('widenDo')}
        </Button>
        <span className="trial-apart" />
        <Confirm label={say('publish')} question={say('publishAsk')} yes={say('publish')} icon="globe" onYes={() => publish.mutate({ id, version })} />
        <Confirm label={say('stop')} question={say('stopAsk')} yes={say('stop')} icon="undo" tone="danger" onYes={() => stop.mutate({ id, version, because: '' })} />
      </div>
    </Panel>
  )
} // prettier-ignore
