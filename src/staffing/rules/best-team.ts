// The smallest team, of several kinds of people, with whom every target holds: added to where it is short, then thinned while it holds. Pure.
import type { StaffKind } from '../contract.ts'
import type { Played, Team } from './played.ts'

export type Tried = { team: Team; played: Played; isEnough: boolean }
export type Best = Tried & { one_less: Tried | null; one_more: Tried }
type Search = { kinds: readonly StaffKind[]; start: Team; play: (team: Team) => Played; most: number }

const MOST_ADDED = 200

/**
 * A local best: nobody can be left out of it, whoever it is. Not proven the least of all mixes, which would take trying all of them.
 * `one_less`: with the one left out who is missed least; `one_more`: with one more where it is tightest.
 * @param start where to begin, such as the team of a load a little smaller
 * @param most people tried at most; then `isEnough` is false
 */
export function bestTeam({ kinds, start, play, most }: Search): Best {
  const tried = new Map<string, Tried>()
  const tryTeam = (team: Team): Tried => {
    const key = team.join()
    const known = tried.get(key) ?? result(team, play(team))
    tried.set(key, known)
    return known
  }
  let now = tryTeam(size(start) > 0 ? start : grown(kinds, start.map(() => 0), null)) // prettier-ignore
  for (let added = 0; !now.isEnough && size(now.team) < most && added < MOST_ADDED; added++)
    now = tryTeam(grown(kinds, now.team, now.played.missed[0]?.stream ?? null))
  let less = now.isEnough ? leastMissed(now.team, tryTeam) : null
  while (less?.isEnough) {
    now = less
    less = leastMissed(now.team, tryTeam)
  }
  return {
    ...now,
    one_less: less ?? leastMissed(now.team, tryTeam),
    one_more: tryTeam(grown(kinds, now.team, now.played.tightest.stream)),
  }
}

const size = (team: Team): number => team.reduce((sum, count) => sum + count, 0)
const result = (team: Team, played: Played): Tried => ({ team, played, isEnough: played.missed.length === 0 })

// One more of the kind that serves the stream and of which the smallest part is at work already.
function grown(kinds: readonly StaffKind[], team: Team, stream: string | null): Team {
  const able = [...kinds.keys()].filter((place) => stream === null || kinds[place]!.streams.includes(stream))
  const use = (place: number): number => ((team[place] ?? 0) + 1) / Math.max(1, kinds[place]!.people)
  const [chosen] = (able.length > 0 ? able : [...kinds.keys()]).toSorted((a, b) => use(a) - use(b))
  return team.map((count, place) => (place === chosen ? count + 1 : count))
}

function leastMissed(team: Team, tryTeam: (team: Team) => Tried): Tried | null {
  if (size(team) <= 1) return null
  const without = [...team.keys()]
    .filter((place) => team[place]! > 0)
    .map((place) => tryTeam(team.map((count, each) => (each === place ? count - 1 : count))))
  const worst = ({ played }: Tried): number => played.missed[0]?.by ?? 0
  return without.toSorted((a, b) => worst(a) - worst(b))[0] ?? null
}
