// What is said of a trial that was taken back or became the rules, to whoever manages them. Pure.
import type { Figures } from './guard.ts'

type Said = { fr: string; en: string }
type Version = { number: number; title: string }
type Back = {
  tried: Version
  usual: Version
  because: 'least' | 'below_others'
  figures: Figures
  guard: { least: number | null; below_others: number | null }
}

const percent = (share: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)
const points = (share: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(share * 100)

export function sayRolledBack({ tried, usual, because, figures, guard }: Back): Said {
  const mine = figures.candidate
  const theirs = figures.current
  const of = (language: 'fr' | 'en', sur: string): string => (mine ? `${percent(mine.share, language)} (${sur} ${mine.of})` : '–')
  const beside = (language: 'fr' | 'en'): string => (theirs ? percent(theirs.share, language) : '–')
  const least = {
    fr: `au moins ${percent(guard.least ?? 0, 'fr')} était demandé`,
    en: `at least ${percent(guard.least ?? 0, 'en')} was asked`,
  }
  const others = {
    fr: `les autres sont à ${beside('fr')}, et l’écart ne devait pas dépasser ${points(guard.below_others ?? 0, 'fr')} points`,
    en: `the others are at ${beside('en')}, and the gap was not to exceed ${points(guard.below_others ?? 0, 'en')} points`,
  }
  const why = because === 'least' ? least : others
  return {
    fr: `Essai arrêté\u202f: sous les règles n° ${tried.number} («\u202f${tried.title}\u202f»), le niveau de service est à ${of('fr', 'sur')}\u202f; ${why.fr}. Tout le monde est de nouveau servi par les règles n° ${usual.number}.`,
    en: `Trial stopped: under rules no. ${tried.number} (“${tried.title}”) the service level is at ${of('en', 'of')}; ${why.en}. Everybody is served by rules no. ${usual.number} again.`,
  }
}

export function sayPublished({ tried, figures }: Pick<Back, 'tried' | 'figures'>): Said {
  const share = figures.candidate
  const at = {
    fr: share ? ` (${percent(share.share, 'fr')} de niveau de service)` : '',
    en: share ? ` (service level ${percent(share.share, 'en')})` : '',
  }
  return {
    fr: `L’essai a tenu jusqu’au bout${at.fr}\u202f: les règles n° ${tried.number} («\u202f${tried.title}\u202f») sont maintenant celles de tout le monde.`,
    en: `The trial held to its end${at.en}: rules no. ${tried.number} (“${tried.title}”) are now those of everybody.`,
  }
}
