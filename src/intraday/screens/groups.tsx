import { Badge } from '#ui/badge'
import { useWords } from '#ui/words'
import type { GroupNow } from '../contract.ts'
import { useSimulated } from './now/simulated.ts'
import { useNumber, usePercent } from './shown.ts'
import { words } from './words.ts'

type Choosing = { groups: readonly GroupNow[]; chosen: string | undefined; onChoose: (group: string) => void }

/** Every group in a card: what was reached so far, what is expected by tonight, and who is there for it. */
export function Groups({ groups, chosen, onChoose }: Choosing) {
  const say = useWords(words)
  return (
    <ul className="intraday-groups" aria-label={say('groups')}>
      {groups.map((each) => (
        <li key={each.group}>
          {each.group === chosen ? <Chosen group={each} onChoose={onChoose} /> : <Card group={each} chosen={false} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  )
} // prettier-ignore

type Shown = { group: GroupNow; onChoose: Choosing['onChoose'] }

// The same figure for tonight as what is told above.
function Chosen({ group, onChoose }: Shown) {
  const { simulated } = useSimulated(group.group)
  return <Card group={simulated ? { ...group, tonight: simulated.level } : group} chosen onChoose={onChoose} />
}

function Card({ group, chosen, onChoose }: Shown & { chosen: boolean }) {
  const say = useWords(words)
  return (
    <button type="button" className="intraday-group" aria-pressed={chosen} data-state={stateOf(group)} onClick={() => onChoose(group.group)}>
      <span className="intraday-group-head">
        <strong>{group.label || say('unqueued')}</strong>
        {group.alert && <Badge tone="promise" icon="warning">{say('alerted')}</Badge>}
      </span>
      <Levels group={group} />
      <People group={group} />
    </button>
  )
} // prettier-ignore

const stateOf = ({ tonight, target }: GroupNow): 'none' | 'good' | 'low' =>
  !tonight || !target ? 'none' : tonight.mean >= target.share ? 'good' : 'low'

function Levels({ group: { so_far, tonight, target } }: { group: GroupNow }) {
  const say = useWords(words)
  const percent = usePercent()
  if (!target) return <span className="intraday-group-note">{say('noTarget')}</span>
  return (
    <span className="intraday-levels">
      <span>
        <b>{percent(so_far.level)}</b> <small>{say('soFar')}</small>
      </span>
      <i aria-hidden="true">→</i>
      <span className="intraday-tonight">
        <b>{percent(tonight?.mean ?? null)}</b> <small>{say('tonight')}</small>
      </span>
      <small className="intraday-group-note">
        {tonight && say('between', { low: percent(tonight.low), high: percent(tonight.high) })} · {say('targetShort', { share: percent(target.share) })}
      </small>
    </span>
  )
} // prettier-ignore

function People({ group: { need_now, planned_now, here_now, waiting } }: { group: GroupNow }) {
  const say = useWords(words)
  const number = useNumber(0)
  return (
    <span className="intraday-group-people">
      <span>{say('needNow')} <b>{number(need_now)}</b></span>
      {planned_now !== null && <span>{say('plannedNow')} <b>{number(planned_now)}</b></span>}
      <span data-short={need_now !== null && here_now < need_now}>{say('hereNow')} <b>{number(here_now)}</b></span>
      <span>{say('waiting', { count: waiting })}</span>
    </span>
  )
} // prettier-ignore
