// Numbers, days and streams in the reader's language.
import type { Language } from '#ui/language'
import { isByDay, type Zoom } from './view.ts'

const localeOf = (spoken: Language): string => (spoken === 'fr' ? 'fr-FR' : 'en-GB')

export const number = (value: number, spoken: Language): string =>
  new Intl.NumberFormat(localeOf(spoken), { maximumFractionDigits: value !== 0 && Math.abs(value) < 10 ? 1 : 0 }).format(value)

export const share = (value: number, spoken: Language): string =>
  new Intl.NumberFormat(localeOf(spoken), { style: 'percent', maximumFractionDigits: 1 }).format(value)

/** With its sign: +20 %, −10 %. */
export const change = (value: number, spoken: Language): string =>
  new Intl.NumberFormat(localeOf(spoken), { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value)

export const signed = (value: number, spoken: Language): string =>
  new Intl.NumberFormat(localeOf(spoken), { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value)

type Where = { spoken: Language; zone: string }
const format = (at: number, { spoken, zone }: Where, shape: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(spoken), { ...shape, timeZone: zone }).format(at)

export const hourOf = (at: number, where: Where): string => format(at, where, { hour: '2-digit', minute: '2-digit' })
export const dayOf = (at: number, where: Where): string => format(at, where, { weekday: 'short', day: 'numeric', month: 'short' })
export const longDayOf = (at: number, where: Where): string =>
  format(at, where, { weekday: 'long', day: 'numeric', month: 'long' })
export const dayMonthYear = (at: number, where: Where): string =>
  format(at, where, { day: 'numeric', month: 'short', year: 'numeric' })
export const monthDayOf = (at: number, where: Where): string => format(at, where, { day: 'numeric', month: 'short' })

/** An interval, as one would say it. */
export function momentOf({ from, to }: { from: number; to: number }, zoom: Zoom, where: Where): string {
  if (isByDay(zoom)) return longDayOf(from, where)
  const hours = `${hourOf(from, where)}–${hourOf(to, where)}`
  return zoom === 'day' ? hours : `${dayOf(from, where)} ${hours}`
}
