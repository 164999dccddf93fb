// Who is where they planned to be: the people of one's own teams.
import * as staff from '#staff'
import { allow, can } from '#access'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { Adherence, DayOfPerson } from '../contract.ts'
import { settingsNow } from '../settings/settings.ts'
import { peopleToday, type PersonToday } from './people-today.ts'
import { seesOf } from './theirs.ts'

const MOST_TEAMS = 200

export async function listAdherence(work: Work, { team }: { team?: string | undefined }): Promise<Adherence> {
  allow(work, 'workforce.read')
  const sees = seesOf(work)
  const { day, people } = await peopleToday(work)
  const { tolerance, streak_min } = await settingsNow(work)
  const mine = people.filter(({ teams }) => sees(teams))
  const shown = team === undefined ? mine : mine.filter(({ teams }) => teams.includes(team))
  return {
    at: String(work.now),
    zone: day.zone,
    people: shown.map((person) => showPerson(person, work.now.epochMilliseconds)),
    teams: await byTeam(work, mine),
    planned: people.some(({ planned }) => planned.length > 0),
    tolerance,
    streak_min,
    may_grant: can(work.actor, 'workforce.approve'),
  }
}

const text = (moment: number): string => new Date(moment).toISOString()

function showPerson({ id, name, teams, segments, planned, standing, working_since, figures }: PersonToday, now: number): DayOfPerson {
  const last = segments.at(-1)
  const next = planned.find(({ from }) => from > now)
  const until = planned.find(({ from, to }) => from <= now && to > now)?.to
  return {
    person: { id, name },
    teams: teams as TeamId[], // as staff gave them
    doing: last?.doing ?? 'offline',
    doing_since: last ? text(last.from) : null,
    standing: standing && { verdict: standing.verdict, deviation: standing.deviation, planned: standing.planned, kind: standing.kind, since: text(standing.since) },
    next: next ? { kind: next.kind, at: text(next.from) } : until === undefined ? null : { kind: 'off', at: text(until) },
    working_since: working_since === null ? null : text(working_since),
    figures: rounded(figures),
  }
} // prettier-ignore

const minute = (value: number): number => Math.round(value * 10) / 10
export const rounded = (figures: PersonToday['figures']): PersonToday['figures'] => ({
  ...figures,
  planned_min: minute(figures.planned_min),
  kept_min: minute(figures.kept_min),
  excused_min: minute(figures.excused_min),
  work_planned_min: minute(figures.work_planned_min),
  worked_min: minute(figures.worked_min),
})

async function byTeam(work: Work, people: readonly PersonToday[]): Promise<Adherence['teams']> {
  const { items } = await staff.listTeams(work, { limit: MOST_TEAMS })
  const named = items.map(({ id, name }) => teamOf({ team: id, name }, people.filter(({ teams }) => teams.includes(id)))) // prettier-ignore
  const none = people.filter(({ teams }) => teams.length === 0)
  return [...named, ...(none.length > 0 ? [teamOf({ team: null, name: '' }, none)] : [])].filter((each) => each.people > 0)
}

function teamOf(of: { team: TeamId | null; name: string }, people: readonly PersonToday[]): Adherence['teams'][number] {
  const sum = (minutes: (figures: PersonToday['figures']) => number): number => people.reduce((all, { figures }) => all + minutes(figures), 0)
  const planned = sum(({ planned_min }) => planned_min)
  const work = sum(({ work_planned_min }) => work_planned_min)
  const now = people.filter(({ standing }) => standing !== null)
  return {
    ...of,
    people: people.length,
    planned_now: now.length,
    as_planned: now.filter(({ standing }) => standing!.verdict !== 'out').length,
    adherence: planned > 0 ? sum(({ kept_min }) => kept_min) / planned : null,
    conformance: work > 0 ? sum(({ worked_min }) => worked_min) / work : null,
  }
} // prettier-ignore
