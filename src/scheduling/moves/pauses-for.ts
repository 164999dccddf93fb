// Lunch and breaks of hours somebody is given by hand: as the pattern says that is named, or the first that fits, or as usual.
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { PatternId } from '../contract.ts'
import { lengthMin, type KeptActivity } from '../rules/drawn.ts'
import { layPauses } from '../rules/lay-pauses.ts'
import { patternsNow, usualPattern } from '../terms/patterns.ts'
import { patternFor } from './pattern-for.ts'

type Hours = { starts_at: string; ends_at: string }
export type Pauses = { activities: KeptActivity[]; pattern: PatternId | null }

type Where = { zone: string; wished?: PatternId | undefined }
export async function pausesFor(work: Work, { zone, wished }: Where, hours: Hours): Promise<Pauses> {
  const found = patternFor(await once(work, 'scheduling.patterns', () => patternsNow(work)), hours, { zone, wished })
  const start = Temporal.Instant.from(hours.starts_at).toZonedDateTimeISO(zone)
  const starts_minute = start.hour * 60 + start.minute
  return {
    pattern: found?.id ?? null,
    activities: layPauses({ length_min: lengthMin(hours), starts_minute, pattern: found?.terms ?? usualPattern }),
  }
}
