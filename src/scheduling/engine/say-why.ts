// Why, and what would help, in words of both languages.
import { asFrenchWrites } from '#base/contract'
import type { Mend, Why } from '../contract/schedule-answer.ts'

type Facts = Pick<Mend, 'times' | 'gain_h'>
const number = (value: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more.replace('#', String(count)))

const sentences: Record<Mend['code'], { fr: (times: number) => string; en: (times: number) => string }> = {
  move_breaks: { fr: (n) => many(n, 'déplacer une pause', 'déplacer # pauses'), en: (n) => many(n, 'move one break or lunch', 'move # breaks or lunches') },
  move_shifts: { fr: (n) => many(n, 'décaler une vacation', 'décaler # vacations'), en: (n) => many(n, 'begin one shift sooner or later', 'begin # shifts sooner or later') },
  swap_days: { fr: (n) => many(n, 'échanger un repos', 'échanger # repos'), en: (n) => many(n, 'swap one day off', 'swap # days off') },
  overtime: { fr: (n) => many(n, 'une heure supplémentaire', '# heures supplémentaires'), en: (n) => many(n, 'one hour of overtime', '# hours of overtime') },
  extra_day: { fr: (n) => many(n, 'faire venir une personne de plus', 'faire venir # personnes de plus'), en: (n) => many(n, 'call one more person in', 'call # more people in') },
  other_site: { fr: (n) => many(n, 'prendre une personne d’un autre site', 'prendre # personnes d’un autre site'), en: (n) => many(n, 'take one person of another site', 'take # people of another site') },
  teach: { fr: (n) => many(n, 'former une personne disponible à ce moment', 'former # personnes disponibles à ce moment'), en: (n) => many(n, 'teach one person who is free then', 'teach # people who are free then') },
  move_session: { fr: (n) => many(n, 'déplacer une réunion', 'déplacer # réunions'), en: (n) => many(n, 'move one meeting', 'move # meetings') },
  less_work: { fr: () => 'rien de ce que permettent contrats et loi n’aide ici', en: () => 'nothing that contracts and law allow helps here' },
} // prettier-ignore

/** "one hour of overtime (0.8 h fewer missing)". */
export function sayMend(code: Mend['code'], { times, gain_h }: Facts): { fr: string; en: string } {
  const { fr, en } = sentences[code]
  if (code === 'less_work') return { fr: fr(times), en: en(times) }
  return {
    fr: `${fr(times)} (${number(gain_h, 'fr')} h de manque en moins)`,
    en: `${en(times)} (${number(gain_h, 'en')} h fewer missing)`,
  }
}

type Missing = Pick<Why, 'need' | 'from' | 'to' | 'needed' | 'allowed'>
const UNNAMED = 'work' // what a need is called that nobody named

/** "Tuesday 12:00–13:00, billing needs 9, this plan has 7". */
export function sayMissing(facts: Missing, zone: string): { fr: string; en: string } {
  const of = (language: 'fr' | 'en') => ({
    when: whenOf(facts, language, zone),
    needed: number(facts.needed, language),
    allowed: number(facts.allowed, language),
  })
  const [fr, en] = [of('fr'), of('en')]
  const named = facts.need !== UNNAMED
  return {
    fr: `${fr.when}${named ? `, ${facts.need}` : ''} : il en faut ${fr.needed}, ce planning en a ${fr.allowed}`,
    en: `${en.when}${named ? `, ${facts.need} needs` : ': needed'} ${en.needed}, this plan has ${en.allowed}`,
  }
}

/** "Tuesday 12:00–13:00, billing needs 9, this plan has 7; cheapest mends: move 2 breaks or lunches, or one hour of overtime". */
export function sayWhy(facts: Missing, mends: readonly Mend[], zone: string): { fr: string; en: string } {
  const { fr, en } = sayMissing(facts, zone)
  const helps = (language: 'fr' | 'en'): string =>
    mends.slice(0, 2).map((mend) => mend[language]).join(language === 'fr' ? ', ou ' : ', or ') // prettier-ignore
  return { fr: `${fr} ; au moins cher : ${helps('fr')}`, en: `${en}; cheapest mends: ${helps('en')}` }
}

function whenOf({ from, to }: Pick<Why, 'from' | 'to'>, language: 'fr' | 'en', timeZone: string): string {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(new Date(from)) // prettier-ignore
  const time = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', timeZone })
  return `${language === 'fr' ? asFrenchWrites(day) : day} ${time.format(new Date(from))}–${time.format(new Date(to))}`
}
