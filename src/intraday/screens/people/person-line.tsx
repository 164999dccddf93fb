import { Avatar } from '#ui/person'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Adherence, DayOfPerson } from '../../contract.ts'
import { isOut, useKind, length, useHour, usePercent } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'
import { Since } from './since.tsx'

/** One person now: where they are beside where they planned to be, since when, and what comes next. */
type Shown = { of: DayOfPerson; day: Pick<Adherence, 'zone' | 'at' | 'streak_min'> }
export function PersonLine({ of, day }: Shown) {
  const say = useWords(words)
  const percent = usePercent()
  return (
    <div className="intraday-person" data-out={isOut(of) || undefined}>
      <Avatar person={of.person} size={28} />
      <span className="intraday-person-words">
        <strong>{of.person.name}</strong>
        <Doing of={of} />
      </span>
      <span className="intraday-person-plan">
        <Verdict of={of} zone={day.zone} />
        <Rest of={of} day={day} />
      </span>
      <span className="intraday-person-share">
        <span className="unseen">{say('adherenceShort')} </span>
        {percent(of.figures.adherence)}
      </span>
      <span className="intraday-person-share" data-second="">
        <span className="unseen">{say('conformanceShort')} </span>
        {percent(of.figures.conformance)}
      </span>
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

function Verdict({ of: { standing, next }, zone }: { of: DayOfPerson; zone: string }) {
  const say = useWords(words)
  const kindOf = useKind()
  const hour = useHour(zone)
  const coming = next ? say('nextAt', { kind: kindOf(next.kind), hour: hour(next.at) }) : null
  const said = (first: string): string => [first, coming].filter((part) => part !== null).join(', ')
  if (!standing) return <small>{said(say('notPlanned'))}</small>
  const planned = say('plannedKind', { kind: kindOf(standing.kind) })
  if (standing.verdict === 'kept' || standing.verdict === 'tolerated') return <small>{said(planned)}</small>
  return (
    <>
      {standing.verdict === 'out' ? (
        <b>{say(`out_${standing.deviation ?? 'elsewhere'}`)} <Since at={standing.since} /></b>
      ) : (
        <small>{say(`verdict_${standing.verdict}`)}</small>
      )}
      <small>{said(planned)}</small>
    </>
  )
} // prettier-ignore

function Rest({ of: { working_since }, day: { at, streak_min } }: Shown) {
  const say = useWords(words)
  const now = Math.max(useNow(), Date.parse(at))
  const minutes = working_since === null ? 0 : (now - Date.parse(working_since)) / 60_000
  return minutes > streak_min ? <small className="intraday-long">{say('longWork', { length: length(minutes) })}</small> : null
}
