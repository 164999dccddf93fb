// For whoever furnishes a past: a forecast as it would have been made and published at the moment `open`'s clock shows, of what files told by then.
import { inWork, type As, type Open } from '#base/work'
import { performWithoutCounting } from './perform.ts'
import { recordAsked } from './start.ts'

/** At once, in a thread of its own; done when it is published. */
export async function forecastBackThen(open: Open, as: As): Promise<void> {
  const run = await inWork(open, as, (work) => recordAsked(work, {}, true))
  await performWithoutCounting({
    payload: { run },
    work: (body) => inWork(open, as, body),
    finish: async () => {},
    again: async () => {},
  })
}
