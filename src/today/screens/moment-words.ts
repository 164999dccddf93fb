import { asFrenchWrites } from '#base/contract'
import { useLanguage } from '#ui/language'

/** "lundi 23 novembre à 9 h": a moment one is told, on the reader's own clock; today only the hour. */
export function useMomentWords(): (at: string) => string {
  const spoken = useLanguage()
  const locale = spoken === 'fr' ? 'fr-FR' : 'en-GB'
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  return (at) => {
    const then = new Date(at)
    const clock = hour.format(then)
    if (then.toDateString() === new Date().toDateString()) return spoken === 'fr' ? asFrenchWrites(`à ${clock}`) : `at ${clock}`
    return spoken === 'fr' ? asFrenchWrites(`${day.format(then)} à ${clock}`) : `${day.format(then)} at ${clock}`
  }
}
