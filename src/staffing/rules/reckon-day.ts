// The need of those who wait, all day: exact where they are of one kind. Where they are of several, the careful side until it has been simulated: as if
// nobody could help out in another stream. Pure.
import type { DecidedBy } from '../contract.ts'
import { loadOf, peopleFor } from './by-formula.ts'
import type { DayNeed } from './day-need.ts'
import type { Coming, DayAsk } from './moments.ts'

export const isSimulated = ({ waiting, coming }: Pick<DayAsk, 'waiting' | 'coming'>): boolean =>
  waiting.length > 1 && coming.some(({ p90 }) => p90.length > 0)

export function reckonDay(ask: DayAsk): DayNeed {
  const reasons: DecidedBy[] = [{ stream: null, formula: 'closed' }]
  const placeOf = (reason: DecidedBy): number => {
    const known = reasons.findIndex((each) => each.stream === reason.stream && each.formula === reason.formula)
    return known >= 0 ? known : reasons.push(reason) - 1
  }
  const moments = ask.coming.map(({ mean, p90 }) => ({ now: peopleForAll(ask, mean), crowded: peopleForAll(ask, p90) }))
  return {
    need: moments.map(({ now }) => now.people),
    need_p90: moments.map(({ now, crowded }) => Math.max(now.people, crowded.people)),
    decided_by: moments.map(({ now }) => placeOf(now.reason)),
    by_kind: null,
    reasons,
    figures: null,
  }
}

type Needed = { people: number; reason: DecidedBy }

function peopleForAll({ waiting }: DayAsk, coming: readonly Coming[]): Needed {
  let people = 0
  let most = 0
  let reason: DecidedBy = { stream: null, formula: 'closed' }
  for (const each of coming) {
    const stream = waiting.find((known) => known.stream === each.stream)!
    const found = peopleFor(loadOf(each, stream), stream.targets)
    people += found.people
    if (found.people > most) reason = { stream: each.stream, formula: found.formula }
    most = Math.max(most, found.people)
  }
  return { people, reason }
}
