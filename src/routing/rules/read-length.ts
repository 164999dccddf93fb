// A length as people type it: "20", "20 s", "2 min 30", "1h30", "1 j". Pure.
const UNITS: Readonly<Record<string, number>> = { s: 1, sec: 1, min: 60, mn: 60, m: 60, h: 3_600, j: 86_400, d: 86_400 }
const SMALLER: Readonly<Record<number, number>> = { 86_400: 3_600, 3_600: 60, 60: 1 }

/** In seconds; null where it cannot be read. A bare number is seconds; one behind a unit is of the next smaller: "1 h 30" is an hour and a half. */
export function readLength(typed: string): number | null {
  const text = typed.toLowerCase().replace(/[\s\u00a0\u202f]+/g, '').replace(',', '.') // prettier-ignore
  if (text === '' || !/^(?:\d+(?:\.\d+)?[a-z]*)+$/.test(text)) return null
  let total = 0
  let last = 0 // the unit of what was read before, in seconds
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([a-z]*)/g)) {
    const of_s = unit ? UNITS[unit] : last === 0 ? 1 : SMALLER[last]
    if (of_s === undefined || (last > 0 && of_s >= last)) return null
    total += Number(amount) * of_s
    last = of_s
  }
  return Math.round(total)
}
