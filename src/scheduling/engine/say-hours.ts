// Hours as people read them: "33 h 45" in French, "33 h 45 min" in English; never a share of an hour.

/** @param hours to the nearest minute */
export function sayHours(hours: number, language: 'fr' | 'en'): string {
  const all = Math.round(Math.abs(hours) * 60)
  const sign = hours < 0 && all > 0 ? '−' : ''
  const [whole, minutes] = [Math.floor(all / 60), all % 60]
  if (whole === 0 && minutes > 0) return `${sign}${minutes} min`
  const rest = minutes === 0 ? '' : language === 'fr' ? ` ${String(minutes).padStart(2, '0')}` : ` ${minutes} min`
  return `${sign}${whole} h${rest}`.replaceAll(' ', '\u00a0')
}
