import { asFrenchWrites } from '#base/contract'
import { day, hour } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Absence } from '../../contract.ts'
import { useAllPeople } from '../all-people.ts'
import { words } from './words.ts'

const reasons = {
  leave: 'leaveReason', sickness: 'sickness', training: 'training', part_time: 'part_time', other: 'other',
} as const // prettier-ignore

/** When somebody is away, why (for who may know) and who stands in, in a line. */
export function useAbsenceLine(absence: Absence): { detail: string; when: string; reason: string | null; isUnderWay: boolean } {
  const say = useWords(words)
  const saying = { now: useNow(), spoken: useLanguage() }
  const names = new Map(useAllPeople().map(({ id, name }) => [id, name]))
  const isWhole = isMidnight(absence.starts_at) && isMidnight(absence.ends_at)
  const isLong = Date.parse(absence.ends_at) - Date.parse(absence.starts_at) > 36 * 3_600_000 // nobody asks for the hour
  const last = new Date(Date.parse(absence.ends_at) - 1).toISOString() // it ends before its end
  const when =
    isWhole || isLong
      ? `${day(absence.starts_at, saying)} – ${day(last, saying)}`
      : `${moment(absence.starts_at, saying)} – ${moment(absence.ends_at, saying)}`
  const deputy = absence.deputy_id && names.get(absence.deputy_id)
  const reason = absence.reason && say(reasons[absence.reason])
  return {
    when,
    reason,
    detail: [when, reason, deputy && say('standsIn', { name: deputy })].filter(Boolean).join(' · '),
    isUnderWay:
      absence.state === 'approved' && Date.parse(absence.starts_at) <= saying.now && Date.parse(absence.ends_at) > saying.now,
  }
}

// "26 nov. à 7 h 30", "26 Nov, 07:30"
const moment = (at: string, saying: Parameters<typeof day>[1]): string =>
  saying.spoken === 'fr' ? asFrenchWrites(`${day(at, saying)} à ${hour(at, saying)}`) : `${day(at, saying)}, ${hour(at, saying)}`

const isMidnight = (at: string): boolean => {
  const local = new Date(at)
  return local.getHours() === 0 && local.getMinutes() === 0
}
