// Who is away at this moment, whatever the reason: for rooms above that show who stands in. Bounded: a thousand at once.
import type { Work } from '#base/work'
import type { PersonId } from './contract.ts'
import { findAway } from './store/away.ts'

export const awayNow = async (work: Work, at: Temporal.Instant = work.now): Promise<PersonId[]> =>
  (await findAway(work, at)).map(({ id }) => id)
