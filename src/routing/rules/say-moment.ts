// A day and an hour, as said in a sentence. Pure.
import { asFrenchWrites } from '#base/contract'
import type { Said } from './said.ts'

/** "lundi 23 novembre à 9 h", "Monday 23 November at 09:00". @param at milliseconds since 1970 */
export function sayMoment(at: number, zone: string): Said {
  const on = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at)
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return { fr: asFrenchWrites(`${on('fr-FR', day)} à ${on('fr-FR', hour)}`), en: `${on('en-GB', day)} at ${on('en-GB', hour)}` }
}
