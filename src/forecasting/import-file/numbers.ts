// A number as people and telephone systems write it.
import type { Decimal } from '../contract.ts'
import { BLANK } from './conventions.ts'

const plain = /^-?\d+(?:e\d+)?$/i
const grouped = /^-?\d{1,3}(?:[\s\u00a0\u202f'’]\d{3})*(?:[.,]\d+)?$/ // "1 204", "1’204,5"
const shapes: Readonly<Record<Decimal, RegExp>> = {
  comma: /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
  point: /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e\d+)?$/i,
}

/** Empty: nobody knows (null). NaN: no number. */
export function numberOf(written: string | undefined, decimal: Decimal | null): number | null {
  const text = (written ?? '').trim()
  if (text === '' || text === '-' || text === '–') return null
  if (plain.test(text)) return Number(text)
  const bare = text.replace(BLANK, '')
  if (bare !== text && !grouped.test(text)) return Number.NaN
  if (!shapes[decimal ?? 'point'].test(bare)) return Number.NaN
  return Number(decimal === 'comma' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', ''))
}

/** "00:04:12" or "4:12", or a number of seconds. */
export const secondsOf = (written: string | undefined, decimal: Decimal | null): number | null => {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?$/.exec((written ?? '').trim())
  return parts ? Number(parts[1] ?? 0) * 3_600 + Number(parts[2]) * 60 + Number(parts[3]) : numberOf(written, decimal)
}
