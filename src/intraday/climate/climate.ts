// How people fare today, in counts: a team of fewer than five is counted with the others, so that nobody is meant.
import * as staff from '#staff'
import { allow } from '#access'
import type { Work } from '#base/work'
import { FEWEST_TOLD_APART, type Climate, type ClimateRow } from '../contract.ts'
import { occupancyOf, overtimeOf, toldApart } from '../engine/index.ts'
import { spanOf } from '../day/shifts.ts'
import { peopleToday, type PersonToday } from '../people/people-today.ts'
import { settingsNow } from '../settings/settings.ts'
import { restsMoved } from '../store/move.ts'
import { seesOf } from '../people/theirs.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MOST_TEAMS = 200

export async function showClimate(work: Work): Promise<Climate> {
  allow(work, 'workforce.read')
  const { day, people: all } = await peopleToday(work)
  const sees = seesOf(work)
  const people = all.filter(({ teams }) => sees(teams))
  const [settings, moved, { items }] = await Promise.all([settingsNow(work), restsMoved(work, day.from), staff.listTeams(work, { limit: MOST_TEAMS })])
  const rests = new Map(moved.map(({ person, count }) => [person, count]))
  const row = (of: { team: string | null; name: string }, some: readonly PersonToday[]) => rowOf(of, some, { ...settings, now: work.now.epochMilliseconds, rests })
  const teams = items.filter(({ id }) => sees([id])).map(({ id, name }) => ({ team: id as string, name, some: people.filter(({ teams: theirs }) => theirs.includes(id)) }))
  const { apart, together } = toldApart(teams.map((team) => ({ ...team, members: team.some.length })), FEWEST_TOLD_APART)
  const rest = [...new Set(together.flatMap(({ some }) => some))]
  return {
    at: String(work.now), streak_min: settings.streak_min, occupancy_most: settings.occupancy_most,
    all: row({ team: null, name: '' }, people),
    teams: [...apart.map((team) => row(team, team.some)), ...(rest.length >= FEWEST_TOLD_APART && apart.length > 0 ? [row({ team: null, name: '' }, rest)] : [])],
  }
} // prettier-ignore

type Beside = { streak_min: number; occupancy_most: number; now: number; rests: ReadonlyMap<string, number> }

function rowOf(of: { team: string | null; name: string }, people: readonly PersonToday[], { streak_min, occupancy_most, now, rests }: Beside): ClimateRow {
  const streaks = people.map(({ working_since }) => (working_since === null ? 0 : (now - working_since) / MINUTE))
  const occupancy = occupancyOf(people.map(({ segments }) => segments), { from: now - HOUR, to: now })
  return {
    team: of.team, name: of.name, people: people.length,
    long_streaks: streaks.filter((minutes) => minutes > streak_min).length,
    longest_streak_min: Math.round(Math.max(0, ...streaks)),
    occupancy, over_ceiling: (occupancy ?? 0) > occupancy_most,
    overtime_min: Math.round(people.reduce((sum, { segments, shifts }) => sum + overtimeOf(segments, shifts.map(spanOf)), 0) / MINUTE),
    rests_moved: people.reduce((sum, { id }) => sum + (rests.get(id) ?? 0), 0),
  }
} // prettier-ignore
