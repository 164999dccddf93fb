// Why, and what would help, in words of both languages.
import { asFrenchWrites } from '#base/contract'
import { sayHours } from './say-hours.ts'
import type { Mend, Why } from '../contract/schedule-answer.ts'

type Facts = Pick<Mend, 'times' | 'gain_h'> & { lunches?: number } // of the breaks, how many are lunches
const number = (value: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

const words = {
  fr: ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}
const many = (count: number, language: 'fr' | 'en', [one, more]: [string, string]): string =>
  count === 1 ? one : more.replace('#', words[language][count] ?? String(count))

type Said = { fr: [string, string]; en: [string, string] } // of one, of several
const sentences: Record<Exclude<Mend['code'], 'move_breaks' | 'less_work'>, Said> = {
  move_shifts: { fr: ['décaler une vacation', 'décaler # vacations'], en: ['begin one shift sooner or later', 'begin # shifts sooner or later'] },
  swap_days: { fr: ['déplacer un jour de repos', 'déplacer # jours de repos'], en: ['move one day off', 'move # days off'] },
  overtime: { fr: ['une heure supplémentaire', '# heures supplémentaires'], en: ['one hour of overtime', '# hours of overtime'] },
  extra_day: { fr: ['faire venir une personne de plus', 'faire venir # personnes de plus'], en: ['call one more person in', 'call # more people in'] },
  other_site: { fr: ['prendre une personne d’un autre site', 'prendre # personnes d’un autre site'], en: ['take one person of another site', 'take # people of another site'] },
  teach: { fr: ['former une personne disponible à ce moment', 'former # personnes disponibles à ce moment'], en: ['teach one person who is free then', 'teach # people who are free then'] },
  move_session: { fr: ['déplacer une réunion', 'déplacer # réunions'], en: ['move one meeting', 'move # meetings'] },
} // prettier-ignore
const pauses: Record<'lunches' | 'breaks' | 'both', Said> = {
  lunches: { fr: ['déplacer un déjeuner', 'déplacer # déjeuners'], en: ['move one lunch', 'move # lunches'] },
  breaks: { fr: ['déplacer une pause', 'déplacer # pauses'], en: ['move one break', 'move # breaks'] },
  both: { fr: ['', 'déplacer # pauses et déjeuners'], en: ['', 'move # lunches and breaks'] },
}
const nothing = {
  fr: 'rien de ce que permettent contrats et loi n’aide ici',
  en: 'nothing that contracts and law allow helps here',
}

/** "one hour of overtime (0.8 h fewer missing)". */
export function sayMend(code: Mend['code'], { times, gain_h, lunches = 0 }: Facts): { fr: string; en: string } {
  if (code === 'less_work') return nothing
  const said =
    code === 'move_breaks' ? pauses[lunches === 0 ? 'breaks' : lunches === times ? 'lunches' : 'both'] : sentences[code]
  return {
    fr: `${many(times, 'fr', said.fr)} (${sayHours(gain_h, 'fr')} de manque en moins)`,
    en: `${many(times, 'en', said.en)} (${sayHours(gain_h, 'en')} fewer missing)`,
  }
}

type Missing = Pick<Why, 'need' | 'from' | 'to' | 'needed' | 'allowed'>
const UNNAMED = 'work' // what a need is called that nobody named
/** What the work is called that no queue takes, beside needs that have names. */
export const UNQUEUED = 'unqueued'
const named = (need: string, language: 'fr' | 'en'): string =>
  need === UNQUEUED ? { fr: 'hors file', en: 'outside queues' }[language] : need

/** "Tuesday 24 November from 12:00 to 13:00, billing needs 9, this plan has 7". */
export function sayMissing(facts: Missing, zone: string): { fr: string; en: string } {
  const of = (language: 'fr' | 'en') => ({
    when: whenOf(facts, language, zone),
    needed: number(facts.needed, language),
    allowed: number(facts.allowed, language),
  })
  const [fr, en] = [of('fr'), of('en')]
  const hasName = facts.need !== UNNAMED
  return {
    fr: `${fr.when}${hasName ? `, ${named(facts.need, 'fr')}` : ''}\u202f: il en faut ${fr.needed}, ce planning en a ${fr.allowed}`,
    en: `${en.when}${hasName ? `, ${named(facts.need, 'en')} needs` : ': needed'} ${en.needed}, this plan has ${en.allowed}`,
  }
}

/** "Tuesday 24 November from 12:00 to 13:00, billing needs 9, this plan has 7; cheapest mends: move 2 breaks or lunches, or one hour of overtime". */
export function sayWhy(facts: Missing, mends: readonly Mend[], zone: string): { fr: string; en: string } {
  const { fr, en } = sayMissing(facts, zone)
  const helps = (language: 'fr' | 'en'): string =>
    mends.slice(0, 2).map((mend) => mend[language]).join(language === 'fr' ? ', ou ' : ', or ') // prettier-ignore
  return { fr: `${fr}\u202f; au moins cher\u202f: ${helps('fr')}`, en: `${en}; cheapest mends: ${helps('en')}` }
}

/** Why a meeting found no place: "at most 9 of the 12 are at work together, Tuesday 24 November at 10:00". */
export function sayNotPlaced({ most, of, at }: { most: number; of: number; at: string | null }, zone: string): { fr: string; en: string } {
  if (at === null) return { fr: 'aucun de ses participants n’est au travail aux heures demandées', en: 'none of its people is at work in the hours asked for' }
  const when = (language: 'fr' | 'en'): string => whenOf({ from: at, to: at }, language, zone)
  const begins = { fr: when('fr').replace(/ de (\S.*) à .*$/, ' à $1'), en: when('en').replace(/ from (.*) to .*$/, ' at $1') }
  return {
    fr: `au mieux, ${most} participants sur ${of} sont au travail ensemble (${begins.fr})`,
    en: `at best, ${most} of its ${of} people are at work together (${begins.en})`,
  }
} // prettier-ignore

function whenOf({ from, to }: Pick<Why, 'from' | 'to'>, language: 'fr' | 'en', timeZone: string): string {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(new Date(from)) // prettier-ignore
  const time = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', timeZone })
  const [begins, ends] = [time.format(new Date(from)), time.format(new Date(to))]
  return language === 'fr' ? asFrenchWrites(`${day} de ${begins} à ${ends}`) : `${day} from ${begins} to ${ends}`
}
