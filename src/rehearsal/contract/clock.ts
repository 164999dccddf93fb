// Times of a scenario. A run begins at second 0, which is midnight of its first day; a day has 86,400 s and no zone.
import { z } from 'zod'

export const daySeconds = 86_400

export const timeOfDay = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$/, 'a time of day such as "08:30"')
    .describe('A time of day, "08:30" or "24:00"')

export const seconds = (what: string) => z.number().min(0).max(1e9).describe(`${what}, in seconds`)
export const name = (what: string) => z.string().trim().min(1).max(120).describe(what)

/** "08:30" or "08:30:15" in seconds since midnight. */
export function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number)
  return hours * 3_600 + minutes * 60 + rest
}
