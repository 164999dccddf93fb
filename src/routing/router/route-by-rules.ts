// The rules in force, whatever they were before; whoever is free then finds what waits.
import type { Work } from '#base/work'
import { alreadyWaiting } from '../arriving/already-waiting.ts'
import { hoursLookAt, hoursNow } from './hours-now.ts'
import { stepHeld, type Fact } from './step.ts'
import { takeUpRules } from './take-up-rules.ts'

export async function routeByRules(work: Work): Promise<void> {
  const { held, began } = await takeUpRules(work)
  if (!held) return
  const waiting = began ? await alreadyWaiting(work) : []
  const facts: Fact[] = [...(await hoursNow(work, held)), ...waiting.map((arriving): Fact => ({ is: 'arrives', arriving }))]
  await stepHeld(work, held, { facts, hours_at: await hoursLookAt(work, held) })
}
