// The need of a group whose people do several kinds of work: its days put together in points, each played until the team is right. Pure; takes seconds.
import type { DecidedBy, FiguresAt, Reached, StaffKind } from '../contract.ts'
import { bestTeam, type Best } from './best-team.ts'
import { loadOf, peopleFor } from './by-formula.ts'
import type { DayNeed } from './day-need.ts'
import type { Coming, DayAsk } from './moments.ts'
import { play, toldKey, type Played, type Stage, type Team } from './played.ts'
import { pointsOf, type Point, type Points } from './points.ts'

/**
 * Days of one group: the same waiting streams and kinds of people on all of them. A stream nobody may serve is taken as served by people of its own.
 * @param told after each point, 0 … 1
 */
export function simulateDays(asks: readonly DayAsk[], told: (share: number) => void): DayNeed[] {
  const [first] = asks
  if (!first) return []
  const points = pointsOf(asks)
  const stage = { waiting: first.waiting, kinds: kindsOf(first) }
  const best: Best[] = []
  for (const [place, point] of points.points.entries()) {
    best.push(
      bestAt({ ...stage, coming: point.coming }, point, {
        before: best.at(-1)?.team,
        busyBefore: points.points[place - 1]?.busy,
      }),
    )
    told((place + 1) / points.points.length)
  }
  return asks.map((ask) => dayOf(ask, { points, best, stage }))
}

function kindsOf({ waiting, kinds }: DayAsk): Stage['kinds'] {
  const able = kinds.filter(({ streams }) => streams.length > 0)
  const without = waiting.filter(({ stream }) => !able.some(({ streams }) => streams.includes(stream)))
  return [...able, ...without.map(({ stream }) => ({ streams: [stream], people: 0 }))]
}

type Before = { before: Team | undefined; busyBefore: number | undefined }

function bestAt(stage: Stage, point: Point, { before, busyBefore }: Before): Best {
  const apart = stage.coming.reduce((sum, each) => {
    const stream = stage.waiting.find((known) => known.stream === each.stream)!
    return sum + peopleFor(loadOf(each, stream), stream.targets).people
  }, 0)
  const start =
    before && busyBefore
      ? before.map((count) => Math.round((count * point.busy) / busyBefore))
      : spread(stage, Math.ceil(point.busy))
  return bestTeam({ kinds: stage.kinds, start, play: (team) => play(stage, team), most: 2 * apart + 10 })
}

// So many people, each kind by its part of all.
function spread({ kinds }: Stage, people: number): Team {
  const all = kinds.reduce((sum, kind) => sum + kind.people, 0)
  return kinds.map((kind) => (all === 0 ? Math.ceil(people / kinds.length) : Math.round((people * kind.people) / all)))
}

type Simulated = { points: Points; best: readonly Best[]; stage: Omit<Stage, 'coming'> }

function dayOf({ coming, kinds }: DayAsk, { points, best, stage }: Simulated): DayNeed {
  const reasons: DecidedBy[] = [{ stream: null, formula: 'closed' }]
  const at = (who: readonly Coming[]): Best | undefined => best[points.placeOf(who)]
  const moments = coming.map(({ mean, p90 }) => ({ now: at(mean), crowded: at(p90), place: points.placeOf(p90) }))
  const size = (found: Best | undefined): number => found?.team.reduce((sum, count) => sum + count, 0) ?? 0
  return {
    need: moments.map(({ now }) => size(now)),
    need_p90: moments.map(({ now, crowded }) => Math.max(size(now), size(crowded))),
    by_kind: kinds.map((kind) => moments.map(({ now }) => now?.team[placeOfKind(stage, kind)] ?? 0)),
    decided_by: moments.map(({ now }) => (now ? placeOf(reasons, reasonOf(now)) : 0)),
    reasons,
    figures: {
      reached: moments.map(({ now }) => (now ? withDecisive(now.played, reasonOf(now)) : null)),
      one_less: moments.map(({ now }) => (now?.one_less ? withDecisive(now.one_less.played, reasonOf(now)) : null)),
      one_more: moments.map(({ now }) => (now ? withDecisive(now.one_more.played, reasonOf(now)) : null)),
      at_p90: crowdedFigures(moments, { points, stage }),
    },
  }
}

const placeOfKind = (stage: Pick<Stage, 'kinds'>, { streams }: StaffKind): number =>
  stage.kinds.findIndex((each) => each.streams.join() === streams.join())

type Moment = { now: Best | undefined; place: number }

// The same team met by a crowd: played once for each pair of team and crowd.
function crowdedFigures(moments: readonly Moment[], { points, stage }: Pick<Simulated, 'points' | 'stage'>): FiguresAt['at_p90'] {
  const known = new Map<string, Reached>()
  return moments.map(({ now, place }) => {
    const crowd = points.points[place]
    if (!now || !crowd) return null
    const key = `${place} ${now.team.join()}`
    const reached = known.get(key) ?? withDecisive(play({ ...stage, coming: crowd.coming }, now.team), reasonOf(now))
    known.set(key, reached)
    return reached
  })
}

const withDecisive = ({ reached, told }: Played, reason: DecidedBy): Reached => ({
  ...reached,
  decisive: told.get(toldKey(reason)) ?? null,
})

const reasonOf = ({ isEnough, one_less, played }: Best): DecidedBy => {
  if (!isEnough) return { stream: played.missed[0]?.stream ?? null, formula: 'out_of_reach' }
  const missed = one_less?.played.missed[0]
  return missed ? { stream: missed.stream, formula: missed.formula } : { stream: null, formula: 'somebody' }
}

function placeOf(reasons: DecidedBy[], reason: DecidedBy): number {
  const known = reasons.findIndex(({ stream, formula }) => stream === reason.stream && formula === reason.formula)
  return known >= 0 ? known : reasons.push(reason) - 1
}
