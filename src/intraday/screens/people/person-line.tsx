import { Avatar } from '#ui/person'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { DayOfPerson } from '../../contract.ts'
import { isOut, useKind, length, useHour, usePercent } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'
import { Since } from './since.tsx'

const LONG_MINUTES = 120

/** One person now: where they are beside where they planned to be, since when, and what comes next. */
export function PersonLine({ of, zone, at }: { of: DayOfPerson; zone: string; at: string }) {
  const percent = usePercent()
  return (
    <div className="intraday-person" data-out={isOut(of) || undefined}>
      <Avatar person={of.person} size={28} />
      <span className="intraday-person-words">
        <strong>{of.person.name}</strong>
        <Doing of={of} />
      </span>
      <span className="intraday-person-plan">
        <Verdict of={of} />
        <Next of={of} zone={zone} />
        <Rest of={of} at={at} />
      </span>
      <span className="intraday-person-share">{percent(of.figures.adherence)}</span>
    </div>
  )
}

function Doing({ of: { doing, doing_since } }: { of: DayOfPerson }) {
  const say = useWords(words)
  return (
    <small>
      <i data-doing={doing} aria-hidden="true" />
      {say(`doing_${doing}`)} {doing !== 'offline' && doing_since && <Since at={doing_since} />}
    </small>
  )
}

function Verdict({ of: { standing } }: { of: DayOfPerson }) {
  const say = useWords(words)
  const kindOf = useKind()
  if (!standing) return <small>{say('notPlanned')}</small>
  if (standing.verdict === 'out')
    return (
      <b>
        {say(`out_${standing.deviation ?? 'elsewhere'}`)} <Since at={standing.since} />
      </b>
    )
  return <small>{standing.verdict === 'customer' || standing.verdict === 'granted' ? say(`verdict_${standing.verdict}`) : say('plannedKind', { kind: kindOf(standing.kind) })}</small>
} // prettier-ignore

function Next({ of: { standing, next } , zone }: { of: DayOfPerson; zone: string }) {
  const say = useWords(words)
  const kindOf = useKind()
  const hour = useHour(zone)
  if (!next) return null
  const planned = standing?.verdict === 'out' || standing?.verdict === 'customer' ? `${say('plannedKind', { kind: kindOf(standing.kind) })}, ` : ''
  return <small>{planned}{say('nextAt', { kind: kindOf(next.kind), hour: hour(next.at) })}</small>
} // prettier-ignore

function Rest({ of: { working_since }, at }: { of: DayOfPerson; at: string }) {
  const say = useWords(words)
  const now = Math.max(useNow(), Date.parse(at))
  const minutes = working_since === null ? 0 : (now - Date.parse(working_since)) / 60_000
  return minutes > LONG_MINUTES ? <small className="intraday-long">{say('longWork', { length: length(minutes) })}</small> : null
}
