import type { Language } from '#ui/language'

/** "0,8 %", "0.8%". */
export const percent = (share: number, spoken: Language): string =>
  new Intl.NumberFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent', maximumFractionDigits: 2 }).format(share)
