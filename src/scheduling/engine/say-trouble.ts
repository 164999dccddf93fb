// Troubles in words: hours and minutes as readers of the language write them.
import type { Trouble, TroubleCode } from '../contract/plan-shapes.ts'
import { sayHours } from './say-hours.ts'

type Said = { fr: string; en: string }
type Numbers = { found: string; bound: string }
type Sentences = { fr: (n: Numbers) => string; en: (n: Numbers) => string }

const jours = (count: string): string => (count === '0' || count === '1' ? 'jour' : 'jours')
const days = (count: string): string => (count === '1' ? 'day' : 'days')

const sentences: Record<TroubleCode, Sentences> = {
  overlap: { fr: ({ found }) => `deux vacations se chevauchent pendant ${found}`, en: ({ found }) => `two shifts overlap by ${found}` },
  out_of_shift: { fr: () => 'une activité sort de la vacation ou en recouvre une autre', en: () => 'an activity lies outside its shift or over another' },
  day_too_long: { fr: ({ found, bound }) => `${found} de travail dans la journée, ${bound} au plus`, en: ({ found, bound }) => `${found} of work in the day, at most ${bound}` },
  week_too_long: { fr: ({ found, bound }) => `${found} de travail dans la semaine, ${bound} au plus`, en: ({ found, bound }) => `${found} of work in the week, at most ${bound}` },
  average_too_long: { fr: ({ found, bound }) => `${found} par semaine en moyenne sur douze semaines, ${bound} au plus`, en: ({ found, bound }) => `${found} a week on average over twelve weeks, at most ${bound}` },
  daily_rest: { fr: ({ found, bound }) => `${found} de repos depuis la veille, ${bound} au moins`, en: ({ found, bound }) => `${found} of rest since the day before, at least ${bound}` },
  weekly_rest: { fr: ({ found, bound }) => `${found} de repos d’affilée dans la semaine, ${bound} au moins`, en: ({ found, bound }) => `${found} of rest in one piece in the week, at least ${bound}` },
  too_many_days: { fr: ({ found, bound }) => `${found} jours de travail dans la semaine, ${bound} au plus`, en: ({ found, bound }) => `${found} days of work in the week, at most ${bound}` },
  break_missing: { fr: ({ found, bound }) => `${found} de travail sans pause de vingt minutes, ${bound} au plus`, en: ({ found, bound }) => `${found} of work without a break of twenty minutes, at most ${bound}` },
  too_many_cuts: { fr: ({ found, bound }) => `${found} coupures dans la journée à temps partiel, ${bound} au plus`, en: ({ found, bound }) => `${found} interruptions of a part-time day, at most ${bound}` },
  cut_too_long: { fr: ({ found, bound }) => `une coupure de ${found} dans la journée à temps partiel, ${bound} au plus`, en: ({ found, bound }) => `an interruption of ${found} in a part-time day, at most ${bound}` },
  night_too_long: { fr: ({ found, bound }) => `${found} de travail de nuit, ${bound} au plus`, en: ({ found, bound }) => `${found} of night work, at most ${bound}` },
  extra_hours: { fr: ({ found, bound }) => `${found} à temps partiel avec les heures complémentaires, ${bound} au plus`, en: ({ found, bound }) => `${found} of part-time work with the extra hours, at most ${bound}` },
  contract_too_short: { fr: ({ found, bound }) => `un temps partiel de ${found}, ${bound} au moins sauf demande du salarié`, en: ({ found, bound }) => `a part-time contract of ${found}, at least ${bound} unless they asked for fewer` },
  minor_day_too_long: { fr: ({ found, bound }) => `${found} de travail dans la journée d’un mineur, ${bound} au plus`, en: ({ found, bound }) => `${found} of work in a minor’s day, at most ${bound}` },
  minor_week_too_long: { fr: ({ found, bound }) => `${found} de travail dans la semaine d’un mineur, ${bound} au plus`, en: ({ found, bound }) => `${found} of work in a minor’s week, at most ${bound}` },
  minor_daily_rest: { fr: ({ found, bound }) => `${found} de repos depuis la veille pour un mineur, ${bound} au moins`, en: ({ found, bound }) => `${found} of rest since the day before for a minor, at least ${bound}` },
  minor_weekly_rest: { fr: ({ found, bound }) => `${found} de repos d’affilée dans la semaine d’un mineur, ${bound} au moins`, en: ({ found, bound }) => `${found} of rest in one piece in a minor’s week, at least ${bound}` },
  minor_break_missing: { fr: ({ found, bound }) => `${found} de travail sans pause de trente minutes pour un mineur, ${bound} au plus`, en: ({ found, bound }) => `${found} of work without a break of thirty minutes for a minor, at most ${bound}` },
  minor_night: { fr: ({ found }) => `${found} de travail de nuit pour un mineur, interdites`, en: ({ found }) => `${found} of night work for a minor, which is forbidden` },
  contract_hours_more: { fr: ({ found, bound }) => `${found} payées dans la semaine, le contrat en permet ${bound}`, en: ({ found, bound }) => `${found} paid in the week, the contract allows ${bound}` },
  contract_hours_less: { fr: ({ found, bound }) => `${found} payées dans la semaine, le contrat en donne ${bound}`, en: ({ found, bound }) => `${found} paid in the week, the contract gives ${bound}` },
  contract_days_more: { fr: ({ found, bound }) => `${found} ${jours(found)} dans la semaine, le contrat en permet ${bound}`, en: ({ found, bound }) => `${found} ${days(found)} in the week, the contract allows ${bound}` },
  contract_days_less: { fr: ({ found, bound }) => `${found} ${jours(found)} dans la semaine, le contrat en veut ${bound}`, en: ({ found, bound }) => `${found} ${days(found)} in the week, the contract wants ${bound}` },
  contract_day_too_long: { fr: ({ found, bound }) => `${found} payées dans la journée, le contrat en permet ${bound}`, en: ({ found, bound }) => `${found} paid in the day, the contract allows ${bound}` },
  contract_day_too_short: { fr: ({ found, bound }) => `${found} payées dans la journée, le contrat en veut ${bound}`, en: ({ found, bound }) => `${found} paid in the day, the contract wants ${bound}` },
  not_available: { fr: () => 'hors des disponibilités du contrat', en: () => 'outside the times of the contract' },
  while_absent: { fr: ({ found }) => `${found} pendant une absence`, en: ({ found }) => `${found} during an absence` },
} // prettier-ignore

/** A trouble in French and English, with the article of the law where there is one: "9 h 30 min of rest since the day before, at least 11 h (L3131-1)". */
export function sayTrouble({ code, found, bound, article }: Trouble): Said {
  const source = article === undefined ? '' : ` (${article})`
  const numbers = (language: 'fr' | 'en'): Numbers => {
    const say = counts.has(code) ? written : sayHours
    return { found: say(found, language), bound: say(bound, language) }
  }
  const { fr, en } = sentences[code]
  return { fr: `${fr(numbers('fr'))}${source}`, en: `${en(numbers('en'))}${source}` }
}

// Days and interruptions; all the others are hours.
const counts: ReadonlySet<TroubleCode> = new Set(['too_many_days', 'too_many_cuts', 'contract_days_more', 'contract_days_less'])

const written = (value: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)
