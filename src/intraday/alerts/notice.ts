// Alerts in words, for the bell: what opens at one look is one sentence, however many groups it is about.
import type { DayTarget } from '../contract.ts'
import type { Fall } from '../engine/index.ts'

export type Falling = { group: string; label: string; fall: Fall; target: DayTarget }
type Language = 'fr-FR' | 'en-GB'

export const noticeKey = (opened_at: Temporal.Instant): string => `intraday.alert ${opened_at.epochMilliseconds}`

export function alertNotice(falling: readonly Falling[], { at, zone }: { at: Temporal.Instant; zone: string }) {
  const first = falling.toSorted((a, b) => a.fall.falls_at - b.fall.falls_at || a.fall.level - b.fall.level)
  const path = first.length === 1 ? `/intraday?group=${encodeURIComponent(first[0]!.group)}` : '/intraday'
  return { kind: 'intraday_alert', key: noticeKey(at), path, ...(first.length === 1 ? ofOne(first[0]!, zone) : ofSeveral(first, zone)) }
} // prettier-ignore

const hour = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)
const share = (value: number, language: Language): string => new Intl.NumberFormat(language, { style: 'percent' }).format(value)

const ofOne = ({ label, fall, target }: Falling, zone: string) => ({
  fr: `${label}\u202f: dès ${hour(fall.falls_at, zone, 'fr-FR')}, le niveau de service passerait à ${share(fall.level, 'fr-FR')} (objectif ${share(target.share, 'fr-FR')}).`,
  en: `${label}: from ${hour(fall.falls_at, zone, 'en-GB')} the service level would fall to ${share(fall.level, 'en-GB')} (target ${share(target.share, 'en-GB')}).`,
})

const MOST_NAMED = 3
function ofSeveral(falling: readonly Falling[], zone: string) {
  const [first] = falling
  const named = falling.slice(0, MOST_NAMED).map(({ label }) => label)
  const list = (language: Language, others: string): string =>
    new Intl.ListFormat(language).format(falling.length > MOST_NAMED ? [...named, others] : named)
  const more = falling.length - MOST_NAMED
  return {
    fr: `${falling.length} groupes de files passeraient sous leur objectif, dès ${hour(first!.fall.falls_at, zone, 'fr-FR')}\u202f: ${list('fr-FR', more === 1 ? 'un autre' : `${more} autres`)}.`,
    en: `${falling.length} groups of queues would fall below their target, from ${hour(first!.fall.falls_at, zone, 'en-GB')}: ${list('en-GB', more === 1 ? 'one more' : `${more} more`)}.`,
  }
}
