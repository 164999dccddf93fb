const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// RFC 5322 section 4.3: names that mean something; military letters and unknown names mean -0000, that is UTC.
const ZONES: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  bst: 60,
  jst: 540,
}

const USUAL =
  /(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{2,4})[ ,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?\s*(am|pm)?\s*([+-]\d{4}|[a-z]{1,5})?/i
const CTIME = /[a-z]{3} +([a-z]{3}) +(\d{1,2}) +(\d{1,2}):(\d{2}):(\d{2})(?: +[a-z]{3,4})? +(\d{4})/i

/**
 * A Date header (RFC 5322 section 3.3, obsolete forms and common mistakes included) as RFC 3339 in UTC, to the second; null when it
 * names no real instant.
 */
export function readDate(value: string | null): string | null {
  if (value === null) return null
  const text = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?: ?/g, ':')
    .trim()
  const usual = USUAL.exec(text)
  if (usual) return fromUsual(usual)
  const ctime = CTIME.exec(text)
  if (ctime) {
    const [, month = '', day = '', hour = '', minute = '', second = '', year = ''] = ctime
    return toInstant([Number(year), monthOf(month), Number(day), Number(hour), Number(minute), Number(second)], 0)
  }
  return fromIso(text)
}

function fromUsual(match: RegExpExecArray): string | null {
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '0', half = '', zone = ''] = match
  let hours = Number(hour)
  if (half.toLowerCase() === 'pm' && hours < 12) hours += 12
  if (half.toLowerCase() === 'am' && hours === 12) hours = 0
  return toInstant([fullYear(year), monthOf(month), Number(day), hours, Number(minute), Number(second)], zoneMinutes(zone))
}

function fromIso(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text)
  if (!iso) return null
  try {
    return Temporal.Instant.from(`${iso[1]}T${iso[2]}${iso[3] ?? 'Z'}`).toString()
  } catch {
    // A day that does not exist.
    return null
  }
}

type Fields = [year: number, month: number, day: number, hour: number, minute: number, second: number]

function toInstant([year, month, day, hour, minute, second]: Fields, zone_minutes: number): string | null {
  try {
    const local = Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second: Math.min(second, 59) },
      { overflow: 'reject' },
    )
    const instant = local.toZonedDateTime('UTC').toInstant().subtract({ minutes: zone_minutes })
    return instant.toString()
  } catch {
    // The 31st of June, 25 o'clock: the sender's clock is broken.
    return null
  }
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** RFC 5322 section 4.3: two digits below 50 are 20xx, other two or three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length >= 4) return year
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

function zoneMinutes(zone: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!numeric) return ZONES[zone.toLowerCase()] ?? 0
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
  if (minutes > 24 * 60) return 0
  return numeric[1] === '-' ? -minutes : minutes
}
