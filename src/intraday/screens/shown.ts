// How the day's figures are said.
import { useLanguage } from '#ui/language'
import { hour } from '#ui/instant'
import { useWords } from '#ui/words'
import type { DayOfPerson } from '../contract.ts'
import { kindWords } from './kind-words.ts'

const localeOf = (spoken: 'fr' | 'en'): string => (spoken === 'fr' ? 'fr-FR' : 'en-GB')

export function usePercent(digits = 0): (share: number | null) => string {
  const format = new Intl.NumberFormat(localeOf(useLanguage()), { style: 'percent', maximumFractionDigits: digits })
  return (share) => (share === null ? '–' : format.format(share))
}

export function useNumber(digits = 0): (value: number | null) => string {
  const format = new Intl.NumberFormat(localeOf(useLanguage()), { maximumFractionDigits: digits })
  return (value) => (value === null ? '–' : format.format(value))
}

/** Points of a share with their sign: "+7", "−1.5". */
export function usePoints(): (share: number) => string {
  const format = new Intl.NumberFormat(localeOf(useLanguage()), { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (share) => format.format(share * 100)
}

export function useHour(zone: string | undefined): (at: string | number) => string {
  const spoken = useLanguage()
  return (at) => hour(typeof at === 'number' ? new Date(at).toISOString() : at, { spoken, ...(zone ? { zone } : {}) })
}

/** "7 min", "2 h 05". */
export function length(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`
}

const kinds = ['work', 'lunch', 'break', 'training', 'meeting', 'coaching', 'project', 'delegation', 'absence', 'off'] as const

/** The word for a kind of activity, as the plan calls it. */
export function useKind(): (kind: string) => string {
  const say = useWords(kindWords)
  return (kind) => say(kinds.find((each) => each === kind) ?? 'work')
}

export const isOut = ({ standing }: DayOfPerson): boolean => standing?.verdict === 'out'
