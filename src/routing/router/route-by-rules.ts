// The rules in force, whatever they were before; whoever is free then finds what waits.
import type { Work } from '#base/work'
import { hoursLookAt, hoursNow } from './hours-now.ts'
import { stepHeld } from './step.ts'
import { takeUpRules } from './take-up-rules.ts'

export async function routeByRules(work: Work): Promise<void> {
  const held = await takeUpRules(work)
  if (held) await stepHeld(work, held, await hoursNow(work, held), { hours_at: await hoursLookAt(work, held) })
}
