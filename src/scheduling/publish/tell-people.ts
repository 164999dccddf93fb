// Everybody is told what changed for them, and nothing of what is over.
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { Different } from '../rules/difference.ts'
import { sayChanges } from '../rules/say-changes.ts'
import type { PlanRow } from '../store/plan.ts'

const SOON_HOURS = 24
type Told = { number: number; changes: readonly Different[]; first: boolean; note: string }

export async function tellPeople(work: Work, { id, zone }: PlanRow, { number, changes, first, note }: Told): Promise<void> {
  const coming = changes.filter(({ before, after }) => [before, after].some((hours) => hours && isAfter(hours.ends_at, work.now)))
  const soon = String(work.now.add({ hours: SOON_HOURS }))
  const own = [...Map.groupBy(coming, (change) => change.person)].map(([person, theirs]) => ({
    person,
    ...sayChanges(theirs, { zone, first, note }),
    urgent: !first && theirs.some(({ before, after }) => (after ?? before)!.starts_at < soon), // one of the two is there
  }))
  await staff.tellEach(work, own, { kind: 'scheduling.published', path: '/my-shifts', key: `plan ${id} ${number}` })
}

const isAfter = (instant: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(instant), now) > 0
