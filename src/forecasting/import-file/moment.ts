// When a line is about: an instant, or what the clocks of a place showed.
export type Read = { at: Temporal.Instant; again: Temporal.Instant | null } | { wrong: { fr: string; en: string } } // again: the same hour comes twice that night

const FRENCH = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T,]+(\d{1,2})(?:[:h](\d{2}))?(?::(\d{2}))?)?h?$/
const LOCAL = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2})(?:[:h](\d{2}))?(?::(\d{2}))?(?:\.\d+)?)?$/

/** @param written "2026-03-02T08:00:00Z", "2026-03-02 09:00" or "02/03/2026 09:00" (day first) */
export function readMoment(written: string, zone: string): Read {
  const read = readAny(written, zone)
  return 'at' in read && !isOfOurs(read.at) ? unreadable(written) : read
}

const [EARLIEST, LATEST] = [Date.UTC(1980, 0), Date.UTC(2200, 0)]
const isOfOurs = ({ epochMilliseconds }: Temporal.Instant): boolean => epochMilliseconds >= EARLIEST && epochMilliseconds < LATEST

function readAny(written: string, zone: string): Read {
  const text = written.trim()
  if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes(':')) return instant(text)
  const parts = LOCAL.exec(text)?.slice(1) ?? dayFirst(FRENCH.exec(text))
  if (!parts) return unreadable(written)
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0))
  try {
    const offset_ms = offsetOf(`${year}-${month}-${day}`, {
      day: Temporal.PlainDate.from({ year: year!, month: month!, day: day! }, { overflow: 'reject' }),
      zone,
    })
    if (offset_ms !== null && hour! < 24 && minute! < 60 && second! < 60)
      return {
        at: Temporal.Instant.fromEpochMilliseconds(Date.UTC(year!, month! - 1, day!, hour, minute, second) - offset_ms),
        again: null,
      }
    const local = Temporal.PlainDateTime.from(
      { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
      { overflow: 'reject' },
    )
    return onTheClocks(local, zone)
  } catch {
    return unreadable(written)
  }
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

const dayFirst = (found: RegExpExecArray | null): (string | undefined)[] | undefined =>
  found ? [found[3], found[2], found[1], found[4], found[5], found[6]] : undefined

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
    fr: `« ${written.slice(0, 40)} » n’est pas un moment ; écrivez 2026-03-02 09:00, 02/03/2026 09:00 ou 2026-03-02T08:00:00Z`,
    en: `“${written.slice(0, 40)}” is not a moment; write 2026-03-02 09:00, 02/03/2026 09:00 (day first) or 2026-03-02T08:00:00Z`,
  },
})
