import { Badge } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { WeekHours } from '../../contract/shifts.ts'
import { lengthOf } from '../planning/grid/hours.ts'
import { words } from './words.ts'

/** A week in numbers: agreed, planned, over already, away; and what is more or less than agreed, never silently. */
export function HoursLine({ hours }: { hours: WeekHours }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { planned_min, contract_min, done_min, away_min, extra_min, part_time } = hours
  const length = (minutes: number): string => lengthOf(minutes, spoken)
  const fewer = contract_min - planned_min
  const said = [
    say('hoursPlanned', { hours: length(planned_min) }),
    say('hoursAgreed', { hours: length(contract_min) }),
    ...(done_min > 0 ? [say('hoursDone', { hours: length(done_min) })] : []),
    ...(away_min > 0 ? [say('hoursAway', { hours: length(away_min) })] : []),
    ...(fewer > 0 ? [say('hoursFewer', { hours: length(fewer) })] : []),
  ]
  return (
    <p className="scheduling-quiet scheduling-hours">
      {said.join(' · ')}
      {extra_min > 0 && <Badge tone="promise">{say(part_time ? 'hoursBeyond' : 'hoursOver', { hours: length(extra_min) })}</Badge>}
    </p>
  )
} // prettier-ignore
