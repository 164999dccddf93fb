// What a cell of the grid says to whoever does not see it.
import { useCallback } from 'react'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { lasting } from './bars.ts'
import { dayName, wallHour } from './hours.ts'
import type { Cell } from './place.ts'
import type { Row } from './rows.ts'
import type { Timeline } from './timeline.ts'
import { gridWords } from './words.ts'

export type SayCell = (cell: Cell, row: Row, flaws: number) => string

export function useCellWords({ zone, days }: Timeline): SayCell {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  return useCallback(
    ({ day, bar, part }, row, flaws) => {
      const hours = ({ from, to }: { from: number; to: number }) => ({ from: wallHour(from, zone), to: wallHour(to, zone) })
      if (part) return say('part', { name: part.name || say(part.kind), ...hours(part) })
      const name = dayName(day, spoken)
      if (!bar) return say(isAway(row, day, days) ? 'away' : 'free', { day: name })
      return [
        say('shift', { day: name, ...hours(bar) }),
        ...bar.parts.map((each) => say('part', { name: each.name || say(each.kind), ...hours(each) })),
        ...(bar.locked ? [say('locked')] : []),
        ...(bar.published === 'changed' ? [say('changed')] : []),
        ...(flaws > 0 ? [say('flawed', { count: flaws })] : []),
      ].join(', ')
    },
    [say, spoken, zone, days],
  )
}

function isAway(row: Row, day: string, days: Timeline['days']): boolean {
  const span = days.find((each) => each.day === day)
  if (row.kind !== 'person' || !span) return false
  return row.person.away.some((each) => {
    const { from, to } = lasting(each)
    return from < span.to && to > span.from
  })
}
