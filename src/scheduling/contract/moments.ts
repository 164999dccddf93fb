// How days, hours and instants are written in everything that plans shifts. Instants are UTC; a time of day is local to the zone of the plan.
import { z } from 'zod'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const weekday = () => z.enum(weekdays).describe('A day of the week, in English')
export const localDay = () => z.iso.date('write a day such as "2026-11-23"').describe('A local day, such as "2026-11-23"')
export const clockTime = () =>
  z
    .string()
    .regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time of day such as "08:30"')
    .describe('A local time of day, "08:30" or "24:00"')
export const moment = () =>
  z.iso.datetime({ offset: true, error: 'write an instant such as "2026-11-23T08:00:00Z"' }).describe('An instant')
export const named = (what: string) => z.string().trim().min(1).max(120).describe(what)
export const zoneName = () =>
  z.string().refine(isZone, 'write an IANA zone such as "Europe/Paris"').describe('IANA time zone of days and times of day')

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** "08:30" in minutes since midnight: 510. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
