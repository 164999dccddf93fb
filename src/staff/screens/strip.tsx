import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Absence } from '../contract.ts'
import { words } from './words.ts'

const [DAYS, DAY] = [35, 86_400_000]

/** Five weeks on one strip: a line a person, a bar an absence. The list below says the same in words. */
export function Strip({ absences }: { absences: readonly Absence[] }) {
  const now = useNow()
  const spoken = useLanguage()
  const start = mondayOf(now)
  const people = [...Map.groupBy(absences, ({ person_id }) => person_id).values()]
  const weeks = Array.from({ length: DAYS / 7 }, (_, week) => new Date(start + week * 7 * DAY).toISOString())
  const today = ((now - start) / (DAYS * DAY)) * 100
  return (
    <div className="staff-strip" aria-hidden="true">
      <div className="staff-strip-weeks">
        {weeks.map((week) => (
          <span key={week}>{day(week, { now, spoken })}</span>
        ))}
      </div>
      {people.map((theirs) => (
        <div key={theirs[0]?.person_id} className="staff-strip-row">
          <span className="staff-strip-name">{theirs[0]?.person_name}</span>
          <div className="staff-strip-room">
            {theirs.map((absence) => (
              <Bar key={absence.id} absence={absence} start={start} />
            ))}
            <i style={{ insetInlineStart: `${today}%` }} />
          </div>
        </div>
      ))}
    </div>
  )
}

function Bar({ absence, start }: { absence: Absence; start: number }) {
  const say = useWords(words)
  const saying = { now: useNow(), spoken: useLanguage() }
  const place = (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - start) / (DAYS * DAY)) * 100))
  const [from, to] = [place(absence.starts_at), place(absence.ends_at)]
  if (to <= from) return null
  const title = say('awayFrom', {
    name: absence.person_name,
    from: day(absence.starts_at, saying),
    to: day(absence.ends_at, saying),
  })
  return (
    <span
      className="staff-strip-bar"
      data-state={absence.state}
      title={title}
      style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
    />
  )
}

function mondayOf(now: number): number {
  const at = new Date(now)
  at.setHours(0, 0, 0, 0)
  return at.getTime() - ((at.getDay() + 6) % 7) * DAY
}
