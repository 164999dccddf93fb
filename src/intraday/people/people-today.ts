// Everybody's day so far: who is planned today or was here, with what was planned, what was done, and how it went.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import {
  figuresOf, judge, standing, workingSince, type Figures, type Judged, type Planned, type Segment, type Span, type Tolerance,
} from '../engine/index.ts' // prettier-ignore
import { plannedBy, shiftsIn, type Shift } from '../day/shifts.ts'
import { today, type Today } from '../day/today.ts'
import { settingsNow } from '../settings/settings.ts'
import { exceptionsIn } from '../store/exception.ts'
import { doneToday } from './marks-today.ts'

export type PersonToday = {
  id: PersonId
  name: string
  teams: string[]
  shifts: Shift[]
  planned: Planned[]
  segments: Segment[]
  judged: Judged[]
  figures: Figures
  standing: (Judged & { since: number }) | null
  working_since: number | null
}
export type PeopleToday = { day: Today; people: PersonToday[] }

const MOST_PEOPLE = 2_000

export async function peopleToday(work: Work): Promise<PeopleToday> {
  const day = await today(work)
  const [serving, done, shifts, granted, { tolerance }] = await Promise.all([
    staff.serving(work, MOST_PEOPLE), doneToday(work, day), shiftsIn(work, day), exceptionsIn(work, { ...day, person: null }), settingsNow(work),
  ]) // prettier-ignore
  const theirs = Map.groupBy(shifts, ({ person }) => String(person))
  const excused = Map.groupBy(granted, ({ person_id }) => String(person_id))
  const people = serving
    .filter(({ id }) => theirs.has(id) || done.get(id)?.some(({ doing }) => doing !== 'offline'))
    .map(({ id, name, teams }) => ({
      id, name, teams,
      ...wentSoFar({
        shifts: theirs.get(id) ?? [], segments: done.get(id) ?? [{ ...spanOf(day, work.now), doing: 'offline', since: null }],
        granted: (excused.get(id) ?? []).map(({ from_at, to_at }) => ({ from: from_at.epochMilliseconds, to: to_at.epochMilliseconds })),
        tolerance, now: work.now.epochMilliseconds,
      }),
    })) // prettier-ignore
  return { day, people }
}

const spanOf = ({ from }: Today, now: Temporal.Instant): Span => ({
  from: from.epochMilliseconds,
  to: Math.max(from.epochMilliseconds + 1, now.epochMilliseconds),
})

type Lived = { shifts: Shift[]; segments: Segment[]; granted: readonly Span[]; tolerance: Tolerance; now: number }

export function wentSoFar({ shifts, segments, granted, tolerance, now }: Lived): Omit<PersonToday, 'id' | 'name' | 'teams'> {
  const planned = plannedBy(shifts)
  const judged = judge(planned, segments, { tolerance, granted, now })
  return {
    shifts, planned, segments, judged,
    figures: figuresOf(judged, { segments, planned, now }),
    standing: standing(judged, now),
    working_since: workingSince(segments, planned),
  } // prettier-ignore
}
