// An hour at which a queue is open and everybody who can is away: found among the approved absences of the coming two weeks.
import { capableAtLast } from '../capable.ts'
import type { QueueCheck, Reading } from '../check-rules.ts'
import { isOpenInWeek, weekOf, type WeekOf } from '../open-at.ts'
import { said } from '../said.ts'
import { sayMoment } from '../say-moment.ts'
import { finding, quoted } from './made.ts'

type Span = { from: number; until: number }
const STEP_MS = 30 * 60_000

export const nobodyAtThatHour: QueueCheck = (queue, { people, book, house }) => {
  const able = capableAtLast(queue, people, book)
  const away = able.map(({ id }) => absencesOf(house, id))
  if (able.length === 0 || away.some((spans) => spans.length === 0)) return []
  const week = weekOf(queue.hours, house.calendars)
  const at = firstOpen(common(away), week)
  if (at === null) return []
  const [name, when] = [quoted(queue), sayMoment(at, week?.zone ?? 'Europe/Paris')]
  return [
    finding({
      id: 'nobody_at_that_hour', weight: 'doubtful', queue, part: 'hours',
      says: said(`${name.fr} est ouverte ${when.fr}, et toutes les personnes capables sont alors absentes.`, `${name.en} is open on ${when.en}, when everybody who can is away.`),
      mend: said('Faites-la déborder vers une autre file, formez quelqu’un, ou fermez-la ce jour-là.', 'Let it overflow to another queue, train somebody, or close it on that day.'),
    }),
  ]
} // prettier-ignore

const absencesOf = ({ away }: Reading['house'], person: string): Span[] =>
  away.filter((each) => each.person === person).map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) }))

/** The spans that all of them have in common. */
const common = (all: readonly (readonly Span[])[]): Span[] =>
  all.reduce<readonly Span[]>(
    (shared, spans) =>
      shared.flatMap((a) =>
        spans.flatMap((b) => {
          const both = { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) }
          return both.from < both.until ? [both] : []
        }),
      ),
    [{ from: -Infinity, until: Infinity }],
  ) as Span[] // reduce gives back what it began with: a list of ours

function firstOpen(spans: readonly Span[], week: WeekOf | null): number | null {
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    if (week === null) return from
    for (let at = from; at < until; at += STEP_MS) if (isOpenInWeek(week, at)) return at
  }
  return null
}
