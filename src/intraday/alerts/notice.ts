// An alert in words, for the bell.
import type { DayTarget } from '../contract.ts'
import type { Fall } from '../engine/index.ts'

type Said = { id: string; group: string; label: string; fall: Fall; target: DayTarget; zone: string }

export function alertNotice({ id, group, label, fall, target, zone }: Said) {
  const hour = (language: 'fr-FR' | 'en-GB'): string =>
    new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(fall.falls_at)
  const share = (value: number, language: 'fr-FR' | 'en-GB'): string =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(value)
  return {
    kind: 'intraday_alert',
    key: `intraday.alert ${id}`,
    path: `/intraday?group=${encodeURIComponent(group)}`,
    fr: `${label}\u202f: dès ${hour('fr-FR')}, le niveau de service passerait à ${share(fall.level, 'fr-FR')} (objectif ${share(target.share, 'fr-FR')}).`,
    en: `${label}: from ${hour('en-GB')} the service level would fall to ${share(fall.level, 'en-GB')} (target ${share(target.share, 'en-GB')}).`,
  }
}
