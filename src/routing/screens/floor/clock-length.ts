const NB = '\u00a0'

/** How long something has lasted, as floors read it: "0:42", "12:05", from an hour on "1 h 20". Pure; seconds in. */
export function clockLength(seconds: number, spoken: 'fr' | 'en'): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (number: number): string => String(number).padStart(2, '0')
  if (whole < 3_600) return `${Math.floor(whole / 60)}:${two(whole % 60)}`
  const hours = Math.floor(whole / 3_600)
  return hours < 100
    ? `${hours}${NB}h${NB}${two(Math.floor((whole % 3_600) / 60))}`
    : `${Math.floor(hours / 24)}${NB}${{ fr: 'j', en: 'd' }[spoken]}`
}
