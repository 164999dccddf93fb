// What a forecast has to say beside its numbers, in both languages. Pure.
import type { Note, NoteCode } from '../contract/answer.ts'
import type { MethodId } from '../contract/ask.ts'

type Figures = Note['figures']
type Both = { fr: string; en: string }

export const methodNames: Readonly<Record<MethodId, Both>> = {
  last_week: { fr: 'comme la semaine dernière', en: 'as last week' },
  mean_weeks: { fr: 'moyenne des dernières semaines', en: 'mean of the last weeks' },
  median_weeks: { fr: 'médiane des dernières semaines', en: 'median of the last weeks' },
  plain_mean: { fr: 'moyenne de tout', en: 'mean of everything' },
  tsb: { fr: 'arrivées rares (TSB)', en: 'rare arrivals (TSB)' },
  level_profile: { fr: 'niveau et forme de la journée', en: 'level and shape of the day' },
  regression: { fr: 'régression (mois, fermetures, saison)', en: 'regression (month, closings, season)' },
  mstl_ets: { fr: 'décomposition saisonnière (MSTL, ETS)', en: 'seasonal decomposition (MSTL, ETS)' },
  combination: { fr: 'moyenne des meilleures', en: 'mean of the best' },
}

const many = (count: string | number | undefined, one: string, more: string): string =>
  `${count} ${Number(count) === 1 ? one : more}`
const nameOf = (method: string | number | undefined, language: 'fr' | 'en'): string =>
  Object.entries(methodNames).find(([id]) => id === method)?.[1][language] ?? String(method)

const sentences: Readonly<Record<NoteCode, (figures: Figures) => Both>> = {
  nothing_known: () => ({
    fr: 'Rien n’est connu de cette série : il n’y a rien à prévoir.',
    en: 'Nothing is known of this series: there is nothing to forecast.',
  }),
  all_zero: ({ days }) => ({
    fr: `Rien n’est arrivé en ${many(days, 'jour', 'jours')} : la prévision est zéro.`,
    en: `Nothing came in ${many(days, 'day', 'days')}: the forecast is zero.`,
  }),
  intermittent: ({ per_day }) => ({
    fr: `Il en arrive ${String(per_day).replace('.', ',')} par jour en moyenne : à cette rareté, seul le nombre compte, pas l’heure.`,
    en: `${per_day} come a day on average: when they are so rare only how many counts, not at what hour.`,
  }),
  short_history: ({ days }) => ({
    fr: `Le passé connu est court (${many(days, 'jour', 'jours')}) : les méthodes qui en demandent plus n’ont pas couru.`,
    en: `The known past is short (${many(days, 'day', 'days')}): methods that need more did not race.`,
  }),
  method_failed: ({ method, why }) => ({
    fr: `La méthode « ${nameOf(method, 'fr')} » n’a pas abouti (${why}) ; la course s’est faite sans elle.`,
    en: `The method “${nameOf(method, 'en')}” failed (${why}); the race went on without it.`,
  }),
  method_too_slow: ({ method }) => ({
    fr: `La méthode « ${nameOf(method, 'fr')} » a dépassé son temps ; la course s’est faite sans elle.`,
    en: `The method “${nameOf(method, 'en')}” ran out of its time; the race went on without it.`,
  }),
  event_effect_unknown: ({ name }) => ({
    fr: `L’effet de « ${name} » n’est ni dit ni appris d’un passé du même nom : il compte pour rien. Dites un effet, par exemple 1,3.`,
    en: `The effect of “${name}” is neither stated nor learnt from a past one of that name: it counts for nothing. State one, such as 1.3.`,
  }),
  holiday_unlearnt: ({ name }) => ({
    fr: `« ${name} », férié ouvert, n’a jamais été vu ouvert : il est prévu comme un jour ordinaire.`,
    en: `“${name}”, an open holiday, was never seen open: it is forecast as a usual day.`,
  }),
  set_aside: ({ intervals }) => ({
    fr: `Mis de côté sur décision : ${many(intervals, 'intervalle, qui n’apprend', 'intervalles, qui n’apprennent')} rien à la prévision.`,
    en: `Set aside by decision: ${many(intervals, 'interval', 'intervals')}, of which the forecast learns nothing.`,
  }),
  gaps: ({ spans }) => ({
    fr: `Le passé a ${many(spans, 'période sans chiffres : elle compte comme inconnue', 'périodes sans chiffres : elles comptent comme inconnues')}, pas comme zéro.`,
    en: `The past has ${many(spans, 'span without figures: it counts', 'spans without figures: they count')} as not known, not as zero.`,
  }),
  missing_days: ({ days }) => ({
    fr: `${many(days, 'jour sans aucune ligne, où d’ordinaire il en vient assez : compté comme fermé ou inconnu', 'jours sans aucune ligne, où d’ordinaire il en vient assez : comptés comme fermés ou inconnus')}, pas comme zéro.`,
    en: `${many(days, 'day', 'days')} without a row where enough usually come: counted as closed or not known, not as zero.`,
  }),
  no_backtest: ({ days }) => ({
    fr: `${many(days, 'jour connu', 'jours connus')} : trop peu pour comparer les méthodes sur le passé. Les bornes sont des ordres de grandeur.`,
    en: `${many(days, 'day', 'days')} known: too few to compare the methods on the past. The bounds are orders of magnitude.`,
  }),
}

export const note = (code: NoteCode, figures: Figures = {}): Note => ({ code, ...sentences[code](figures), figures })

const percent = (value: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)

type Won = { method: MethodId; wape: number | null; simple: MethodId; simple_wape: number | null; by: 'wape' | 'deviance' }

/** Why a method is published, in a sentence. */
export function whyChosen({ method, wape, simple, simple_wape, by }: Won): Both {
  const figure = (value: number | null, language: 'fr' | 'en') => (value === null ? '–' : percent(value, language))
  if (by === 'deviance')
    return {
      fr: `${methodNames[method].fr} : la plus proche de ce qui est venu, jugée sur la déviance de Poisson, car il en vient peu par intervalle.`,
      en: `${methodNames[method].en}: the closest to what came, judged by Poisson deviance since few come per interval.`,
    }
  if (method === simple)
    return {
      fr: `${methodNames[method].fr} : aucune méthode plus savante ne fait mieux sur le passé (erreur ${figure(wape, 'fr')}).`,
      en: `${methodNames[method].en}: no cleverer method does better on the past (error ${figure(wape, 'en')}).`,
    }
  return {
    fr: `${methodNames[method].fr} : erreur ${figure(wape, 'fr')} sur le passé, contre ${figure(simple_wape, 'fr')} pour la meilleure méthode simple (${methodNames[simple].fr}).`,
    en: `${methodNames[method].en}: error ${figure(wape, 'en')} on the past, against ${figure(simple_wape, 'en')} for the best simple method (${methodNames[simple].en}).`,
  }
}

export const whyUntried: Both = {
  fr: 'Moyenne de ce qui est connu : le passé est trop court pour une course.',
  en: 'Mean of what is known: the past is too short for a race.',
}
export const whyNothing: Both = { fr: 'Rien n’est connu.', en: 'Nothing is known.' }
