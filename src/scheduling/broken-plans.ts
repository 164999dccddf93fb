// For the doctor: nobody is published for a day after their contract has ended, and routing plans the breaks the plan has.
import * as routing from '#routing'
import type { Work } from '#base/work'
import { breakKinds } from './publish/push-breaks.ts'
import { ms, shownActivities } from './rules/drawn.ts'
import { beyondContracts, inForceBetween } from './store/in-force.ts'

const HOURS_AHEAD = 14 * 24
const MOST_SHIFTS = 100_000

export async function brokenPlans(work: Work): Promise<string[]> {
  const beyond = (await beyondContracts(work)).shifts
  const astray = await breaksAstray(work)
  return [
    ...(beyond > 0 ? [`scheduling: ${beyond} published shifts lie after the contract of whoever is to work them`] : []),
    ...(astray > 0
      ? [`scheduling: ${astray} breaks of published shifts are not those routing plans: publish the plan again`]
      : []),
  ]
}

type Rest = { person: string; kind: string; starts_at: string; ends_at: string }
const key = ({ person, kind, starts_at, ends_at }: Rest): string => `${person} ${kind} ${starts_at} ${ends_at}`

// A break somebody planned by hand goes first: the one of the plan it lies over is left out, and rightly so.
async function breaksAstray(work: Work): Promise<number> {
  const span = { from: work.now, to: work.now.add({ hours: HOURS_AHEAD }) }
  const rows = await inForceBetween(work, { ...span, most: MOST_SHIFTS })
  const wanted = rows
    .flatMap(({ person_id, starts_at, activities }) =>
      shownActivities({ starts_at: starts_at.toString(), activities }).map((each) => ({ ...each, person: person_id })),
    )
    .flatMap(({ person, kind, starts_at, ends_at }): Rest[] =>
      kind === 'work' ? [] : [{ person, kind: breakKinds[kind], starts_at, ends_at }],
    )
    .filter(({ starts_at, ends_at }) => ms(ends_at) > span.from.epochMilliseconds && ms(starts_at) < span.to.epochMilliseconds)
  const there = (await routing.plannedBreaks(work, span)).map(({ starts_at, ends_at, ...each }) => ({
    ...each,
    starts_at: starts_at.toString(),
    ends_at: ends_at.toString(),
  }))
  const planned = new Set(there.filter(({ from_plan }) => from_plan).map(key))
  const byHand = Map.groupBy(there.filter(({ from_plan }) => !from_plan), ({ person }) => person) // prettier-ignore
  const covered = (rest: Rest): boolean =>
    (byHand.get(rest.person as (typeof rows)[number]['person_id']) ?? []).some(
      (own) => ms(own.starts_at) < ms(rest.ends_at) && ms(own.ends_at) > ms(rest.starts_at),
    ) // a row’s person
  const missing = wanted.filter((rest) => !planned.has(key(rest)) && !covered(rest)).length
  const known = new Set(wanted.map(key))
  return missing + [...planned].filter((each) => !known.has(each)).length
}
