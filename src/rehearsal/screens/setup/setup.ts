// What whoever sets a rehearsal up has said so far, and what becomes of it.
import type { PersonId } from '#base/contract'
import type { RulebookVersionId } from '#routing/contract'
import type { TeamId } from '#staff/contract'
import type { Changes, NewRun, Run, WhichRules } from '../../contract.ts'
import type { ReadScenario } from './read-scenario.ts'
import { scenarioSource } from './scenario-source.ts'

export type Added = { key: number; count: string; like: PersonId | null; team: TeamId | null; from: string; to: string }
export type Moved = { key: number; person: PersonId | null; team: TeamId | null }
export type Away = { key: number; person: PersonId | null }
export const spans = ['week', 'month', 'own'] as const
export type Span = (typeof spans)[number]
export const precisions = { quick: 5, sound: 20, thorough: 60 } as const
export type Precision = keyof typeof precisions
export const withins = ['20', '60', '120', '300', '3600'] as const

export type Setup = {
  from: 'period' | 'file'
  span: Span
  first_day: string
  last_day: string
  file: ReadScenario | null
  extra: string // people more than the file has
  rules: 'same' | 'none' | 'draft' | RulebookVersionId
  added: Added[]
  moved: Moved[]
  away: Away[]
  percent: string
  precision: Precision
  within: (typeof withins)[number]
  name: string
}

const dayOf = (at: Temporal.PlainDate) => at.toString()

/** The last whole week, the usual rules: what most people come for. */
export function newSetup(today: Temporal.PlainDate): Setup {
  return {
    from: 'period',
    ...daysOf('week', today),
    span: 'week',
    file: null,
    extra: '0',
    rules: 'same',
    added: [],
    moved: [],
    away: [],
    percent: '100',
    precision: 'sound',
    within: '20',
    name: '',
  }
}

/** Whole days that are over. */
export function daysOf(span: Exclude<Span, 'own'>, today: Temporal.PlainDate): Pick<Setup, 'first_day' | 'last_day'> {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const last = monday.subtract({ days: 1 })
  return { first_day: dayOf(monday.subtract({ weeks: span === 'week' ? 1 : 4 })), last_day: dayOf(last) }
}

/** The rules somebody has just kept, to be tried on the last whole week. */
export const setupWithRules = (rules: RulebookVersionId, today: Temporal.PlainDate): Setup => ({ ...newSetup(today), rules })

/** An earlier rehearsal, to be run again otherwise. */
export function setupOf(run: Run, today: Temporal.PlainDate): Setup {
  const fresh = newSetup(today)
  const { tomorrow, changes, replications, service_level } = run.asked
  return {
    ...fresh,
    ...spanOf(run),
    ...(changes ? changesOf(changes) : {}),
    rules: rulesOf(tomorrow),
    precision: precisionOf(replications ?? precisions.sound),
    within: withins.find((within) => Number(within) === service_level?.within_s) ?? fresh.within,
    name: run.name,
  }
}

function spanOf({ from, to }: Run): Partial<Setup> {
  const zone = Temporal.Now.timeZoneId()
  const day = (at: string, less: number) =>
    dayOf(Temporal.Instant.from(at).subtract({ seconds: less }).toZonedDateTimeISO(zone).toPlainDate())
  return from && to ? { span: 'own', first_day: day(from, 0), last_day: day(to, 1) } : {}
}

function rulesOf(tomorrow: Run['asked']['tomorrow']): Setup['rules'] {
  if (tomorrow?.kind === 'version') return tomorrow.version as RulebookVersionId // the server keeps it as it was given
  return tomorrow?.kind === 'none' ? 'none' : 'same'
}

function precisionOf(replications: number): Precision {
  if (replications <= precisions.quick) return 'quick'
  return replications <= precisions.sound ? 'sound' : 'thorough'
}

const changesOf = ({ traffic_factor, people_added, people_moved, people_away }: Changes): Partial<Setup> => ({
  percent: String(Math.round(100 * traffic_factor)),
  added: people_added.map((one, key) => ({
    key,
    count: String(one.count),
    like: one.like ?? null,
    team: (one.team as TeamId | undefined) ?? null, // likewise
    from: clock(one.from_minute),
    to: clock(one.to_minute),
  })),
  moved: people_moved.map((one, key) => ({ key, person: one.person, team: one.to_team as TeamId })), // likewise
  away: people_away.map((person, key) => ({ key, person })),
})

/** The span as instants of the reader's own zone: from the first midnight to the one after the last day. */
export function instantsOf({ first_day, last_day }: Pick<Setup, 'first_day' | 'last_day'>): { from: string; to: string } {
  const zone = Temporal.Now.timeZoneId()
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant().toString()
  return { from: midnight(Temporal.PlainDate.from(first_day)), to: midnight(Temporal.PlainDate.from(last_day).add({ days: 1 })) }
}

type Known = { routes: boolean; draft: Record<string, unknown> | null } // whether rules are in force; the draft's document

export async function toNewRun(setup: Setup, { routes, draft }: Known): Promise<NewRun> {
  const today: WhichRules = routes ? { kind: 'published' } : { kind: 'none' }
  const sure = {
    replications: precisions[setup.precision],
    service_level: { within_s: Number(setup.within), formula: 'answered_within_of_offered' as const },
  }
  const shared = { name: setup.name.trim(), today, assume: {}, seed: 1, ...sure }
  const file = setup.from === 'file' ? setup.file : null
  if (file)
    return {
      ...shared,
      traffic: await scenarioSource(file, { sure, extra: Number(setup.extra) || 0 }),
      tomorrow: null,
      changes: NO_CHANGES,
    }
  return {
    ...shared,
    traffic: { kind: 'period', ...instantsOf(setup), entry_points: [], channels: [] },
    tomorrow: tomorrowOf(setup, { today, draft }),
    changes: {
      traffic_factor: factorOf(setup.percent),
      people_added: setup.added.map(({ count, like, team, from, to }) => ({
        name: '',
        count: Math.max(1, Math.round(Number(count)) || 1),
        ...(like ? { like } : {}),
        ...(team ? { team } : {}),
        from_minute: minutes(from, 540),
        to_minute: minutes(to, 1_020),
      })),
      people_moved: setup.moved.flatMap(({ person, team }) => (person && team ? [{ person, to_team: team }] : [])),
      people_away: setup.away.flatMap(({ person }) => (person ? [person] : [])),
    },
  }
}

const NO_CHANGES = { traffic_factor: 1, people_added: [], people_moved: [], people_away: [] }

// Other people or another amount of traffic under the same rules are a tomorrow too.
function tomorrowOf(setup: Setup, { today, draft }: { today: WhichRules; draft: Known['draft'] }): WhichRules | null {
  if (setup.rules === 'none') return { kind: 'none' }
  if (setup.rules === 'draft') return draft ? { kind: 'document', document: draft } : null
  if (setup.rules !== 'same') return { kind: 'version', version: setup.rules }
  return peopleChanged(setup) > 0 || factorOf(setup.percent) !== 1 ? today : null
}

export const peopleChanged = ({ added, moved, away }: Setup): number => added.length + moved.length + away.length

/** "120" is 1.2; what is no number is as before. */
export const factorOf = (percent: string): number => {
  const value = Number(percent.replace(',', '.'))
  return Number.isFinite(value) && value >= 5 && value <= 1_000 ? value / 100 : 1
}

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minutes(written: string, otherwise: number): number {
  const [, hours, rest] = /^(\d{1,2})[:hH](\d\d)?$/.exec(written.trim()) ?? []
  const minute = Number(hours) * 60 + Number(rest ?? 0)
  return Number.isFinite(minute) && minute <= 1_440 ? minute : otherwise
}
