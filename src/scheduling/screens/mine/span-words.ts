import { useLanguage } from '#ui/language'
import { dayName, wallHour } from '../planning/grid/hours.ts'

type Shown = { day: string; starts_at: string; ends_at: string }

/** "mar. 24 nov., 09:00 – 17:00". */
export function useSpanWords(zone: string): (shift: Shown) => string {
  const spoken = useLanguage()
  return ({ day, starts_at, ends_at }) =>
    `${dayName(day, spoken, 'short')}, ${wallHour(Date.parse(starts_at), zone)} – ${wallHour(Date.parse(ends_at), zone)}`
}
