// How large a file is, as the visitor's language says it.
import { LOCALES } from './moments.ts'
import type { Language } from './words/speak.ts'

const MEGA = 1_000_000

export function sizeIn(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes < MEGA ? [Math.max(1, Math.round(bytes / 1000)), 'kilobyte'] : [Math.round(bytes / 100_000) / 10, 'megabyte']
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'short' }).format(amount)
}
