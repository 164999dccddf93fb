// What a telephone number is, by the numbering plans alone: no network is asked whether anybody answers. Pure.
import parsePhone, { isSupportedCountry, type CountryCode, type NumberType } from 'libphonenumber-js/max'

const LONGEST = 250 // what libphonenumber reads
export const defaultCountry: CountryCode = 'FR'
export const isCountry = (code: string): code is CountryCode => isSupportedCountry(code)

export type Phone = { number: string; valid: boolean; e164: string | null; country: string | null; kind: string | null }

/**
 * Reads a number as somebody typed it (ITU-T E.164, E.123; RFC 3966 `tel:`); without a `+` or `00` it is of the country given.
 * `valid`: the plan has such a number. `e164`: null when no plan could. `kind`: `mobile`, `fixed_line`, `fixed_line_or_mobile`, `toll_free`,
 * `premium_rate`, `shared_cost`, `voip`, `personal_number`, `pager`, `uan`, `voicemail`; null when the plan does not say.
 */
export function readPhone(number: string, country: CountryCode = defaultCountry): Phone {
  const typed = number
    .trim()
    .slice(0, LONGEST)
    .replace(/^tel:/i, '')
    .replace(/^00+(?=\d)/, '+')
  const parsed = parsePhone(typed, country)
  if (!parsed?.isPossible()) return { number, valid: false, e164: null, country: null, kind: null }
  return { number, valid: parsed.isValid(), e164: parsed.number, country: parsed.country ?? null, kind: kindOf(parsed.getType()) }
}

const kindOf = (type: NumberType): string | null => type?.toLowerCase() ?? null
