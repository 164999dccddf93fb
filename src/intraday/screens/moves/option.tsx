import { Button } from '#ui/button'
import { useWords } from '#ui/words'
import type { Option } from '../../contract.ts'
import { useHour, useKind, useNumber, usePercent, usePoints } from '../shown.ts'
import { words } from '../words.ts'
import { sayStep } from './say-step.ts'

type Shown = { option: Option; most: number; zone: string; group: string; onApply?: () => void; open?: boolean }

/** One thing that could be done: its effect as a bar with its uncertainty, what it costs, and what exactly would be done. */
export function Choice({ option, most, zone, group, onApply, open = false }: Shown) {
  const say = useWords(words)
  const kindOf = useKind()
  const hour = useHour(zone)
  const asks = option.steps.some(({ does }) => does === 'ask')
  return (
    <div className="intraday-option" data-worth={option.worth_it || undefined}>
      <div className="intraday-option-head">
        <strong>{say(`move_${option.kind}`, { count: option.steps.length })}</strong>
        {onApply && <Button size="small" tone={option.worth_it ? 'primary' : 'plain'} onPress={onApply}>{say(asks ? 'ask' : 'apply')}</Button>}
      </div>
      <Effect option={option} most={most} />
      <Cost option={option} />
      <details {...(open ? { open: true } : {})}>
        <summary>{say('details')}</summary>
        <ul className="intraday-steps">
          {option.steps.map((step, place) => <li key={place}>{sayStep(step, { say, hour, kindOf })}</li>)}
        </ul>
        <Others option={option} group={group} />
        <small>{say('lawful')}</small>
      </details>
    </div>
  )
} // prettier-ignore

function Effect({ option: { level_now, level_after, difference, worth_it }, most }: Pick<Shown, 'option' | 'most'>) {
  const say = useWords(words)
  const percent = usePercent()
  const points = usePoints()
  const number = useNumber(1)
  const at = (value: number): string => `${Math.min(100, Math.max(0, (value / most) * 100))}%`
  const half = (difference.high - difference.low) / 2
  return (
    <div className="intraday-effect">
      <span>{say('effect', { before: percent(level_now), after: percent(level_after.mean) })}</span>
      <span className="intraday-effect-bar" aria-hidden="true">
        <i style={{ inlineSize: at(difference.mean) }} />
        <u style={{ insetInlineStart: at(difference.low), inlineSize: `calc(${at(difference.high)} - ${at(difference.low)})` }} />
      </span>
      <span className="intraday-effect-points">{worth_it ? say('gain', { points: points(difference.mean), half: number(half * 100) }) : say('noGain')}</span>
    </div>
  )
} // prettier-ignore

export function Cost({ option: { cost } }: Pick<Shown, 'option'>) {
  const say = useWords(words)
  const percent = usePercent()
  const parts = [
    cost.rests_moved > 0 ? say('costRests', { count: cost.rests_moved }) : null,
    cost.extra_min > 0 ? say('costExtra', { minutes: cost.extra_min }) : null,
    cost.training_min > 0 ? say('costTraining', { minutes: cost.training_min }) : null,
    cost.deferred_later_min > 0 ? say('costMail', { minutes: cost.deferred_later_min }) : null,
  ].filter((part) => part !== null)
  const load = cost.occupancy === null ? [] : [say('costOccupancy', { share: percent(cost.occupancy) })]
  return <small className="intraday-cost">{[...(parts.length > 0 ? parts : [say('costNone')]), ...load].join(' · ')}</small>
}

function Others({ option: { queues }, group }: Pick<Shown, 'option' | 'group'>) {
  const say = useWords(words)
  const percent = usePercent()
  const others = queues.filter(({ queue, before, after }) => !group.split('+').includes(queue) && before !== null && after !== null)
  if (others.length === 0) return null
  return (
    <p>
      {say('otherQueues')}{' '}
      {others.map(({ label, before, after }) => `${label} ${say('effect', { before: percent(before), after: percent(after!.mean) })}`).join(' · ')}
    </p>
  )
} // prettier-ignore
