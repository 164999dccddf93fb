import { hour } from '#ui/instant'
import { useLanguage } from '#ui/language'

/** "14:05", as the reader's clock shows it. */
export function useHour(): (at: string) => string {
  const spoken = useLanguage()
  return (at) => hour(at, { spoken })
}
