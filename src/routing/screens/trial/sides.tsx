import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import type { Arm, TrialFigures } from '../../contract.ts'
import { sayLength } from '../../rules/say-length.ts'
import { usePercent } from '../floor/numbers.ts'
import { words } from './words.ts'

type Side = TrialFigures['arms'][number]

/** Both sides beside each other, the same figures in the same order; shares with what chance allows. */
export function Sides({ figures, onContacts }: { figures: TrialFigures; onContacts: (arm: Arm) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { trial, arms, formula } = figures
  return (
    <div className="trial-sides">
      {arms.map((side) => {
        const version = side.arm === 'candidate' ? trial.tried : trial.usual
        return (
          <Panel key={side.arm} title={`${say(side.arm === 'candidate' ? 'tried' : 'usual')} · ${say('version', { number: version.number })}`}>
            <p className="trial-title">{version.title}</p>
            <Figures side={side} />
            <Button size="small" tone="quiet" icon="bullets" onPress={() => onContacts(side.arm)}>
              {say('contacts')}
            </Button>
          </Panel>
        )
      })}
      <p className="trial-formula">{formula[spoken]}</p>
    </div>
  )
} // prettier-ignore

function Figures({ side }: { side: Side }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const length = (seconds: number | null) => (seconds === null ? say('none') : sayLength(seconds)[spoken])
  return (
    <dl className="trial-figures">
      <Share name={say('level')} share={side.service_level} tone={side.arm} />
      <Share name={say('abandoned')} share={side.abandoned} tone={side.arm} />
      <Figure name={say('waitHalf')} value={length(side.wait_p50_s)} />
      <Figure name={say('waitNine')} value={length(side.wait_p90_s)} />
      <Figure name={say('handling')} value={length(side.handling_mean_s)} />
      <Figure name={say('arrived')} value={String(side.arrived)} />
      <Figure name={say('waiting')} value={String(side.waiting)} />
    </dl>
  )
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function Share({ name, share, tone }: { name: string; share: Side['service_level']; tone: Arm }) {
  const say = useWords(words)
  const percent = usePercent(1)
  return (
    <div className="trial-share">
      <dt>{name}</dt>
      <dd>
        <strong>{share ? percent(share.share) : say('none')}</strong>
        {share && <small>{say('levelOf', { kept: share.kept, of: share.of })}</small>}
        {share && (
          <span className="trial-interval" data-arm={tone} role="img" aria-label={say('interval', { share: percent(share.share), low: percent(share.low), high: percent(share.high) })}>
            <i style={{ insetInlineStart: `${share.low * 100}%`, inlineSize: `${Math.max(0.5, (share.high - share.low) * 100)}%` }} />
            <b style={{ insetInlineStart: `${share.share * 100}%` }} />
          </span>
        )}
      </dd>
    </div>
  )
} // prettier-ignore
