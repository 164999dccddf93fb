// Times as call files write them: of the day alone, or with their date. Seconds since midnight of the row's own day; no zone.

/** A moment within a row: its day ("1999-08-31") where it says one, and seconds since that day's midnight. */
export type Moment = { day: string | null; second: number }

export function momentOf(written: string): Moment | null {
  const [first = '', rest] = written.trim().split(/[ T]/)
  if (rest === undefined) {
    const second = secondOf(first)
    return second === null ? null : { day: null, second }
  }
  const day = dayOf(first)
  const second = secondOf(rest.replace(/(Z|[+-]\d\d:?\d\d)$/, ''))
  return day === null || second === null ? null : { day, second }
}

/** "1999-08-31", "31/08/1999" and "19990831" are days that exist; anything else is none. */
export function dayOf(written: string): string | null {
  const text = written.trim()
  const [, y = '', m = '', d = ''] =
    /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ??
    (/^(\d\d)[/.](\d\d)[/.](\d{4})$/.exec(text) ? ['', ...text.split(/[/.]/).toReversed()] : [])
  try {
    return Temporal.PlainDate.from({ year: Number(y), month: Number(m), day: Number(d) }, { overflow: 'reject' }).toString()
  } catch {
    return null // no such day: the row is counted as unreadable
  }
}

export const dayAfter = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
export const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

function secondOf(written: string): number | null {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(written)
  if (!parts) return null
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => (part === undefined ? 0 : Number(part)))
  return hours < 24 && minutes < 60 && seconds < 61 ? hours * 3_600 + minutes * 60 + seconds : null
}
