// When a line is about: an instant, or what the clocks of a place showed.
import type { Dates } from '../contract.ts'

export type Read = { at: Temporal.Instant; again: Temporal.Instant | null } | { wrong: { fr: string; en: string } } // again: the same hour comes twice that night

const IN_FIGURES = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(.+))?$/
const YEAR_FIRST = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?:[ T,]+(.+))?$/
const WEEKDAY = /^\p{L}{2,9}\.?,? +/u // "lun. 02/03/2026"
const OFFSET = /^\d{4}-\d\d-\d\d[ T].*:.*(?:Z|[+-]\d{2}:?\d{2})$|^\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*Z$/i
const CLOCK = /^(\d{1,2})(?:[:h](\d{2}))?(?::(\d{2})(?:\.\d+)?)?h?(?:\s*([ap])\.?\s?m\.?)?$/i

/**
 * @param written "2026-03-02T08:00:00Z", "2026-03-02 09:00", "02/03/2026 9:30 PM"
 * @param dates which of day and month comes first, where a year does not
 */
export function readMoment(written: string, zone: string, dates: Dates | null): Read {
  const read = readAny(written, zone, dates)
  return 'at' in read && !isOfOurs(read.at) ? unreadable(written) : read
}

const [EARLIEST, LATEST] = [Date.UTC(1980, 0), Date.UTC(2200, 0)]
const isOfOurs = ({ epochMilliseconds }: Temporal.Instant): boolean => epochMilliseconds >= EARLIEST && epochMilliseconds < LATEST

function readAny(written: string, zone: string, dates: Dates | null): Read {
  const text = written.trim()
  if (OFFSET.test(text)) return instant(text)
  const parts = partsOf(text.replace(WEEKDAY, ''), dates)
  if (!parts) return unreadable(written)
  const { year, month, day, hour, minute, second } = parts
  try {
    const offset_ms = offsetOf(`${year}-${month}-${day}`, {
      day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }),
      zone,
    })
    if (offset_ms !== null && hour < 24 && minute < 60 && second < 60)
      return {
        at: Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, month - 1, day, hour, minute, second) - offset_ms),
        again: null,
      }
    return onTheClocks(Temporal.PlainDateTime.from(parts, { overflow: 'reject' }), zone)
  } catch {
    return unreadable(written)
  }
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number }

function partsOf(text: string, dates: Dates | null): Parts | null {
  const yearFirst = YEAR_FIRST.exec(text)
  const found = yearFirst ?? IN_FIGURES.exec(text)
  const clock = clockOf(found?.[5])
  if (!found || !clock) return null
  const [a, b, c] = [Number(found[1]), Number(found[3]), Number(found[4])]
  if (yearFirst) return { year: a, month: b, day: c, ...clock }
  const year = c < 100 ? 2_000 + c : c
  return dates === 'month_first' ? { year, month: a, day: b, ...clock } : { year, month: b, day: a, ...clock }
}

type Clock = Pick<Parts, 'hour' | 'minute' | 'second'>
function clockOf(text: string | undefined): Clock | null {
  if (text === undefined) return { hour: 0, minute: 0, second: 0 }
  const found = CLOCK.exec(text.trim())
  if (!found) return null
  const [hour, minute, second] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)]
  const half = found[4]?.toLowerCase()
  if (half === undefined) return { hour, minute, second }
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute, second } // 12 AM is midnight
}

// Looked up once a day, since a file has hundreds of lines of each. null: the clocks are changed on that day.
const offsets = new Map<string, number | null>()
const MOST_OFFSETS = 5_000
function offsetOf(name: string, { day, zone }: { day: Temporal.PlainDate; zone: string }): number | null {
  const key = `${zone} ${name}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const [begins, ends] = [day, day.add({ days: 1 })].map((each) => each.toZonedDateTime(zone).offsetNanoseconds / 1e6)
  if (offsets.size >= MOST_OFFSETS) offsets.clear()
  offsets.set(key, begins === ends ? begins! : null)
  return begins === ends ? begins! : null
}

function instant(text: string): Read {
  try {
    return { at: Temporal.Instant.from(text.replace(' ', 'T')), again: null }
  } catch {
    return unreadable(text)
  }
}

// In spring an hour is left out: nobody can have come in it. In autumn one comes twice: the first time it is meant first.
function onTheClocks(local: Temporal.PlainDateTime, zone: string): Read {
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  )
  if (earlier!.epochMilliseconds === later!.epochMilliseconds) return { at: earlier!.toInstant(), again: null }
  if (!earlier!.toPlainDateTime().equals(local))
    return {
      wrong: {
        fr: `${local.toString()} n’existe pas : les horloges de ${zone} ont avancé`,
        en: `${local.toString()} does not exist: the clocks of ${zone} went forward`,
      },
    }
  return { at: earlier!.toInstant(), again: later!.toInstant() }
}

const unreadable = (written: string): Read => ({
  wrong: {
    fr: `« ${written.slice(0, 40)} » n’est pas un moment ; écrivez 2026-03-02 09:00, 22/03/2026 09:00 ou 2026-03-02T08:00:00Z`,
    en: `“${written.slice(0, 40)}” is not a moment; write 2026-03-02 09:00, 22/03/2026 09:00, 03/22/2026 9:00 AM or 2026-03-02T08:00:00Z`,
  },
})
