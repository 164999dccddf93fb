import { useLanguage } from '#ui/language'

/** A share of one as people read it: "80 %", "80.5%". */
export function usePercent(digits = 0): (share: number) => string {
  const format = new Intl.NumberFormat(useLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: digits,
  })
  return (share) => format.format(share)
}
