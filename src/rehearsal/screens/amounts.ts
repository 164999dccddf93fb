// Figures and differences as a person reads them: "62 %", "1 min 13 s", "13 points de plus".
import type { Language } from '#ui/language'
import type { Unit } from './figures.ts'

/** A value with its unit, short. */
export function amount(value: number, unit: Unit, spoken: Language): string {
  if (unit === 's') return duration(value, spoken)
  if (unit === 'share') return number(value, spoken, { style: 'percent', maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0 })
  if (unit === 'h') return `${number(value, spoken, { maximumFractionDigits: 0 })} h`
  return number(value, spoken, { maximumFractionDigits: unit === 'money' || value >= 100 ? 0 : 2 })
}

/** The size of a difference without its sign: of a share it is points, and so said by whoever shows it. */
export function size(value: number, unit: Unit, spoken: Language): string {
  const off = Math.abs(value)
  if (unit === 'share') return number(100 * off, spoken, { maximumFractionDigits: off < 0.095 ? 1 : 0 })
  return amount(off, unit, spoken)
}

/** With its sign, as it stands in a table; what rounds to nothing has none. */
export function signed(value: number, unit: Unit, spoken: Language): string {
  const said = size(value, unit, spoken)
  if (said === size(0, unit, spoken)) return said
  return `${value > 0 ? '+' : '−'}${said}`
}

/** Seconds as "42 s", "1 min 13 s", "2 h 05". */
export function duration(seconds: number, spoken: Language): string {
  const sign = seconds < 0 ? '−' : ''
  const off = Math.abs(seconds)
  if (off < 9.95) return `${sign}${number(off, spoken, { maximumFractionDigits: 1 })} s`
  const whole = Math.round(off)
  if (whole < 60) return `${sign}${whole} s`
  if (whole < 3_600) {
    const rest = whole % 60
    return `${sign}${Math.floor(whole / 60)} min${rest === 0 ? '' : ` ${rest} s`}`
  }
  const minutes = Math.round(whole / 60)
  return `${sign}${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

const number = (value: number, spoken: Language, shape: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', shape).format(value)

/** A count with its groups of three. */
export const localized = (value: number, spoken: Language): string => number(value, spoken, {})
