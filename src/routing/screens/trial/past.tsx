import { Badge, type BadgeTone } from '#ui/badge'
import { Panel } from '#ui/layout'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listTrials, type Trial } from '../../contract.ts'
import { usePercent } from '../floor/numbers.ts'
import { words } from './words.ts'

const tones: Readonly<Record<NonNullable<Trial['ending']>, BadgeTone>> = {
  rolled_back: 'danger',
  stopped: 'neutral',
  published: 'good',
}

/** How earlier trials ended, with the figures they ended by. */
export function Past() {
  const say = useWords(words)
  const percent = usePercent(1)
  const list = useAskPages(listTrials, { limit: 20 })
  const past = list.items.filter(({ ending }) => ending !== null)
  if (!list.data || past.length === 0) return null
  const why = ({ ending, ending_because }: Trial) => (ending === 'rolled_back' ? say(ending_because === 'least' ? 'because_least' : 'because_below_others') : ending_because)
  return (
    <Panel title={say('past')} flush>
      <ul className="trial-past">
        {past.map((trial) => (
          <li key={trial.id}>
            <span>
              <strong>{say('version', { number: trial.tried.number })}</strong> {trial.tried.title}
              <small>
                <Time at={trial.started_at} as="day" /> · {say('shareOf', { share: percent(trial.share) })}
                {why(trial) ? ` · ${why(trial)}` : ''}
              </small>
            </span>
            <span className="trial-past-figures">
              <small>{say('tried')}</small> {trial.candidate ? percent(trial.candidate.share) : say('none')} <small>{say('usual')}</small> {trial.current ? percent(trial.current.share) : say('none')}
            </span>
            {trial.ending && <Badge tone={tones[trial.ending]}>{say(`ending_${trial.ending}`)}</Badge>}
          </li>
        ))}
      </ul>
    </Panel>
  )
} // prettier-ignore
