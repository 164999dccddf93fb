// A published shift in the shape of a drawn one.
import type { Seen } from '../rules/difference.ts'
import type { InForceRow } from '../store/in-force.ts'

export const seenAs = (row: InForceRow): Seen => ({
  id: row.shift_id, person: row.person_id, day: row.day.toString(), starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString(),
  activities: row.activities, pattern: null, site: row.site, note: row.note, locked: false, version: 1,
}) // prettier-ignore
