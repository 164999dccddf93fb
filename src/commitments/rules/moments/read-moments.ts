// Every moment to come that a text speaks of. Pure. One pass; at each word the longest reading in either language wins.
import { english } from './english.ts'
import { french } from './french.ts'
import { fold, type Groups, type Here, type Tongue, type When } from './moment.ts'

export type Moment = { start: number; end: number; when: When } // UTF-16 units of the text; end is past the last one

const tongues: readonly Tongue[] = [french, english]

/**
 * The moments named in a text, in order, none overlapping: days ("by the 12th", "jeudi"), days with an hour ("tomorrow before noon",
 * "le 3 à 14 h"), hours of today, and spans from now ("sous 48 h", "within two working days"), in French and English whatever the text is in.
 * What names no deadline ("until Thursday", "depuis lundi", "last Friday") or lies in the past is left out.
 * @param here now, and the zone in which days and hours are meant; hours that do not exist there (spring) fall an hour later, of two the first is meant
 */
export function readMoments(text: string, here: Here): Moment[] {
  const folded = fold(text)
  const found: Moment[] = []
  for (let at = 0; at < folded.length;) {
    const read = isWordStart(folded, at) ? longestAt(folded, at, here) : null
    if (read) found.push(read)
    at = read ? read.end : at + 1
  }
  return found
}

const isWordStart = (folded: string, at: number): boolean =>
  /[a-z0-9]/.test(folded[at]!) && (at === 0 || !/[a-z0-9@./:-]/.test(folded[at - 1]!) || /^[,;(] ?$/.test(folded[at - 1]!))

function longestAt(folded: string, at: number, here: Here): Moment | null {
  let longest: Moment | null = null
  for (const tongue of tongues) {
    if (tongue.notAfter.test(folded.slice(Math.max(0, at - 24), at))) continue
    for (const read of [spanAt, dayAt, hourAt]) {
      const moment = read(tongue, { folded, at, here })
      if (moment && (!longest || moment.end > longest.end)) longest = moment
    }
  }
  return longest && isAhead(longest.when, here) ? longest : null
}

type Spot = { folded: string; at: number; here: Here }
type Read<Value> = { end: number; value: Value }

function matchAt(pattern: RegExp, folded: string, at: number): { end: number; groups: Groups } | null {
  pattern.lastIndex = at
  const match = pattern.exec(folded)
  return match && match[0].length > 0 ? { end: at + match[0].length, groups: match.groups ?? {} } : null
}

function firstOf<Value>(
  kinds: readonly { pattern: RegExp; read: (groups: Groups) => Value | null }[],
  { folded, at }: Spot,
): Read<Value> | null {
  let best: Read<Value> | null = null
  for (const { pattern, read } of kinds) {
    const match = matchAt(pattern, folded, at)
    if (!match || (best && match.end <= best.end)) continue
    const value = read(match.groups)
    if (value !== null) best = { end: match.end, value }
  }
  return best
}

function spanAt(tongue: Tongue, spot: Spot): Moment | null {
  const read = firstOf(tongue.spans.map(({ pattern, read: of }) => ({ pattern, read: (g: Groups) => of(g, spot.here) })), spot) // prettier-ignore
  return read && { start: spot.at, end: read.end, when: read.value }
}

const todayOf = ({ now, zone }: Here): Temporal.PlainDate => now.toZonedDateTimeISO(zone).toPlainDate()

function dayAt(tongue: Tongue, spot: Spot): Moment | null {
  const before = matchAt(tongue.before, spot.folded, spot.at)
  const towards = before ?? matchAt(tongue.towards, spot.folded, spot.at)
  const day = afterArticle(tongue, spot) ?? (towards && afterArticle(tongue, { ...spot, at: towards.end }))
  if (!day) return null
  const hour = hourAfter(tongue, { ...spot, at: day.end })
  if (hour) return { start: spot.at, end: hour.end, when: momentOn(day.value.day, hour.value, spot.here) }
  const eve = before && !day.value.whole ? day.value.day.subtract({ days: 1 }) : day.value.day
  return { start: spot.at, end: day.end, when: { kind: 'day', day: eve } }
}

function afterArticle(tongue: Tongue, spot: Spot): ReturnType<typeof wholeDay> {
  const article = matchAt(tongue.article, spot.folded, spot.at)
  return wholeDay(tongue, spot) ?? (article && wholeDay(tongue, { ...spot, at: article.end }))
}

function wholeDay(tongue: Tongue, spot: Spot): Read<{ day: Temporal.PlainDate; whole: boolean }> | null {
  const today = todayOf(spot.here)
  const kinds = tongue.days.map(({ pattern, read, whole }) => ({
    pattern,
    read: (g: Groups) => {
      const day = read(g, today)
      return day && { day, whole: whole === true }
    },
  }))
  return firstOf(kinds, spot)
}

function hourAfter(tongue: Tongue, { folded, at, here }: Spot): Read<number> | null {
  const between = matchAt(tongue.between, folded, at)
  return (between && firstOf(tongue.hours, { folded, at: between.end, here })) ?? (folded[at] === ' ' ? firstOf(tongue.hours, { folded, at: at + 1, here }) : null) // prettier-ignore
}

// An hour, then perhaps its day: "before noon tomorrow", "à 14 h jeudi". Without one it is an hour of today.
function hourAt(tongue: Tongue, spot: Spot): Moment | null {
  const towards = matchAt(tongue.towards, spot.folded, spot.at)
  const hour = firstOf(tongue.hours, spot) ?? (towards && firstOf(tongue.hours, { ...spot, at: towards.end }))
  if (!hour) return null
  const day = dayAfter(tongue, { ...spot, at: hour.end })
  const on = day?.value.day ?? todayOf(spot.here)
  return { start: spot.at, end: day?.end ?? hour.end, when: momentOn(on, hour.value, spot.here) }
}

function dayAfter(tongue: Tongue, spot: Spot): Read<{ day: Temporal.PlainDate }> | null {
  const comma = matchAt(/,? /y, spot.folded, spot.at)
  if (!comma) return null
  const at = comma.end
  const towards = matchAt(tongue.towards, spot.folded, at)
  return afterArticle(tongue, { ...spot, at }) ?? (towards && afterArticle(tongue, { ...spot, at: towards.end }))
}

function momentOn(day: Temporal.PlainDate, minute: number, { zone }: Here): When {
  const [date, left] = minute >= 1440 ? [day.add({ days: 1 }), minute - 1440] : [day, minute]
  const plainTime = { hour: Math.floor(left / 60), minute: left % 60 }
  return { kind: 'moment', at: date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant() }
}

function isAhead(when: When, here: Here): boolean {
  if (when.kind === 'moment') return Temporal.Instant.compare(when.at, here.now) > 0
  return when.kind === 'working_days' || Temporal.PlainDate.compare(when.day, todayOf(here)) >= 0
}
