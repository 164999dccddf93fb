import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import type { MyShifts } from '../../contract/shifts.ts'
import { dayName, wallHour } from '../planning/grid/hours.ts'
import { gridWords } from '../planning/grid/words.ts'
import { DayLine } from './day-line.tsx'
import { nearestShift, piecesOf, standingAt, type Piece } from './day.ts'
import { words } from './words.ts'

/** Today in a line, where I stand in it, and what comes next. */
export function Today({ mine: { shifts, zone }, now }: { mine: MyShifts; now: number }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const name = usePieceName()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()
  const shift = shifts.find(({ day, ends_at }) => day === today || (Date.parse(ends_at) > now && day < today))
  const coming = nearestShift(shifts, now)
  const hour = (at: number): string => wallHour(at, zone)
  const later = coming && coming !== shift ? say('nextShift', { day: dayName(coming.day, spoken), from: hour(Date.parse(coming.starts_at)), to: hour(Date.parse(coming.ends_at)) }) : null
  if (!shift)
    return (
      <Panel title={say('today')}>
        <p>{say('nothingToday')}</p>
        {later && <p className="scheduling-quiet">{later}</p>}
      </Panel>
    )
  const pieces = piecesOf(shift)
  const stands = standingAt(pieces, now)
  const begin = pieces[0]?.from ?? now
  const lead = stands.now ? say('now', { what: name(stands.now), hour: hour(stands.now.to) }) : now < begin ? say('before', { hour: hour(begin) }) : say('over')
  const next = stands.next && stands.now ? say('next', { what: name(stands.next), hour: hour(stands.next.from) }) : stands.now ? say('endsAt', { hour: hour(stands.ends) }) : later
  return (
    <Panel title={say('today')}>
      <p className="scheduling-lead">{lead}</p>
      {next && <p className="scheduling-next">{next}</p>}
      <DayLine pieces={pieces} now={now} zone={zone} />
      <ol className="scheduling-pieces">
        {pieces.map((piece) => (
          <li key={piece.from} aria-current={piece === stands.now ? 'time' : undefined} data-past={piece.to <= now || undefined}>
            <time>{hour(piece.from)} – {hour(piece.to)}</time>
            {name(piece)}
          </li>
        ))}
      </ol>
    </Panel>
  )
} // prettier-ignore

export function usePieceName(): (piece: Pick<Piece, 'kind' | 'name'>) => string {
  const say = useWords(gridWords)
  return ({ kind, name }) => name || say(kind)
}
