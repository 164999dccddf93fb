// Short notice to part-time people: the law wants seven working days before their hours change (L3123-24 and L3123-31 of the Code du travail), an
// agreement three at least. Said, not refused: who agrees may be asked.
import * as calendars from '#calendars'
import * as staff from '#staff'
import type { Work } from '#base/work'
import { laws, type TroubleSaid } from '../contract.ts'
import type { Different } from '../rules/difference.ts'
import { dayIn } from '../rules/legality.ts'
import { contractsFor } from '../terms/contracts.ts'
import { settingsNow } from '../terms/settings.ts'

export async function shortNotice(work: Work, zone: string, changes: readonly Different[]): Promise<TroubleSaid[]> {
  const settings = await settingsNow(work)
  const today = work.now.toZonedDateTimeISO(zone).toPlainDate()
  const soon = workingDaysAfter(today, settings.notice_days).toString()
  const near = changes.filter(({ day, change }) => change !== 'changed' && day >= today.toString() && day < soon)
  const people = [...new Set(near.map(({ person }) => person))]
  const contracts = await contractsFor(work, people)
  const names = await staff.find(work, people)
  const full = laws[settings.law].full_time_h
  return near
    .filter(({ person, day }) => contracts.on(person, day).hours_week < full)
    .map(({ shift, person, day }) => {
      const name = names.get(person)?.name ?? ''
      return {
        code: 'short_notice', hard: false, person, name, day, shift,
        fr: `${name} est à temps partiel\u202f: ses horaires du ${dayIn(day, 'fr')} changent à moins de ${settings.notice_days} jours ouvrés (L3123-24, L3123-31). Son accord est nécessaire.`,
        en: `${name} works part-time: their hours of ${dayIn(day, 'en')} change with less than ${settings.notice_days} working days’ notice (L3123-24, L3123-31). They must agree.`,
      } // prettier-ignore
    })
}

/** The first day that leaves so many working days (Monday to Friday, no public holidays) in between. */
function workingDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day
  for (let left = count; left > 0;) {
    at = at.add({ days: 1 })
    if (at.dayOfWeek <= 5 && !isPublicHoliday(at)) left--
  }
  return at
}

const isPublicHoliday = (day: Temporal.PlainDate): boolean => calendars.isHoliday('FR', day)
