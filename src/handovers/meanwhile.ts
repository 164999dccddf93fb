// For rooms above, which decide who sees it: what waits for a person's answer, and what passed from or to them within a time.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Baton } from './contract.ts'
import { show } from './show.ts'
import { endedBetween, listWaiting } from './store/baton.ts'

const MOST = 500

export const waitingFor = async (work: Work, person: PersonId): Promise<Baton[]> =>
  await show(work, await listWaiting(work, { side: 'received', state: 'waiting', person, after: undefined, most: MOST }))

export const batonsBetween = async (
  work: Work,
  person: PersonId,
  span: { since: Temporal.Instant; until: Temporal.Instant },
): Promise<Baton[]> => await show(work, await endedBetween(work, person, { ...span, most: MOST }))
