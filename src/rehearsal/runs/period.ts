// What a period holds, before it is rehearsed.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { periodTooLong, periodUpsideDown, type PeriodGlance } from '../contract.ts'
import { countArrivals } from '../store/contacts.ts'
import { MOST_DAYS } from './start.ts'

export async function period(work: Work, asked: { from: string; to: string }): Promise<PeriodGlance> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const [from, to] = [Temporal.Instant.from(asked.from), Temporal.Instant.from(asked.to)]
  if (Temporal.Instant.compare(from, to) >= 0) throw refuse(periodUpsideDown, {})
  if (to.since(from).total('days') > MOST_DAYS) throw refuse(periodTooLong, { most_days: MOST_DAYS })
  const by = await countArrivals(work, { from, to })
  return { from: String(from), to: String(to), arrivals: by.reduce((sum, { arrivals }) => sum + arrivals, 0), by }
}
