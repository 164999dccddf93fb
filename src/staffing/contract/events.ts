import { z } from 'zod'
import { event, id, instant } from '#base/contract'

export const targetsChanged = event('staffing.targets_changed', z.object({ number: z.number().int() }))
// What was reckoned for these days, or will be, is other than before.
export const needsChanged = event(
  'staffing.requirements_changed',
  z.object({ groups: z.array(z.string()).max(100), from: instant().nullable(), to: instant().nullable() }),
)
export const reckoningProgressed = event(
  'staffing.reckoning_progressed',
  z.object({ id: id<'reckoning'>(), progress: z.number() }),
)
