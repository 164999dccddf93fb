import { integer, json, jsonb, nullable, text, texts, uuid, word, boolean } from '#base/sql'
import type { Work } from '#base/work'
import type { CalendarId } from '#calendars/contract'
import type { Match, Pausable, PolicyDefinition, PolicyId, Step, TargetGrid } from '../contract.ts'

export type PolicyRow = {
  id: PolicyId
  name: string
  match: Match
  by_contract: boolean
  hours: 'door' | 'always' | 'calendar'
  calendar_id: CalendarId | null
  targets: TargetGrid
  pauses: Pausable[]
  warn_percent: number | null
  silence_minutes: number | null
  stagnation_minutes: number | null
  ladder: Step[]
  version: number
}
const row = {
  id: uuid<PolicyId>(), name: text, match: jsonb<Match>(), by_contract: boolean, hours: word<PolicyRow['hours']>(), calendar_id: nullable(uuid<CalendarId>()),
  targets: jsonb<TargetGrid>(), pauses: texts, warn_percent: nullable(integer), silence_minutes: nullable(integer),
  stagnation_minutes: nullable(integer), ladder: jsonb<Step[]>(), version: integer,
} // prettier-ignore
const asRow = (found: Omit<PolicyRow, 'pauses'> & { pauses: string[] }): PolicyRow => ({
  ...found,
  pauses: found.pauses as Pausable[],
}) // a check says so

export const openPolicies = async (work: Work): Promise<PolicyRow[]> =>
  (
    await work.sql.many(row)`
  select id, name, match, by_contract, hours, calendar_id, targets, pauses, warn_percent, silence_minutes, stagnation_minutes, ladder, version
  from clocks.policy where tenant_id = ${work.tenant} and closed_at is null order by made_at, id`
  ).map(asRow)

// Also those that were retired: what ran under them still says so.
export const policiesNamed = (work: Work, ids: readonly PolicyId[]) => work.sql.many({ id: uuid<PolicyId>(), name: text })`
  select id, name from clocks.policy where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

// Policies of one tenant change one after the other: the last one for all cases cannot be retired twice over.
export const oneAtATime = (work: Work) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended('clocks.policies ' || ${work.tenant}::text, 0))`

export const insertPolicy = (work: Work, id: PolicyId, p: PolicyDefinition) => work.sql.run`
  insert into clocks.policy (tenant_id, id, name, match, by_contract, hours, calendar_id, targets, pauses, warn_percent, silence_minutes, stagnation_minutes, ladder, made_at)
  values (${work.tenant}, ${id}, ${p.name}, ${json(p.match)}::jsonb, ${p.by_contract}, ${p.hours.kind}, ${calendarOf(p)}, ${json(p.targets)}::jsonb,
    ${p.pauses}::text[], ${p.warn_percent}, ${p.silence_minutes}, ${p.stagnation_minutes}, ${json(p.ladder)}::jsonb, ${work.now})`

export const updatePolicy = (work: Work, id: PolicyId, p: PolicyDefinition & { version: number }) => work.sql.run`
  update clocks.policy set name = ${p.name}, match = ${json(p.match)}::jsonb, by_contract = ${p.by_contract}, hours = ${p.hours.kind}, calendar_id = ${calendarOf(p)},
    targets = ${json(p.targets)}::jsonb, pauses = ${p.pauses}::text[], warn_percent = ${p.warn_percent}, silence_minutes = ${p.silence_minutes},
    stagnation_minutes = ${p.stagnation_minutes}, ladder = ${json(p.ladder)}::jsonb, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and version = ${p.version} and closed_at is null`

const calendarOf = ({ hours }: PolicyDefinition): CalendarId | null => (hours.kind === 'calendar' ? hours.calendar_id : null)

export const closePolicy = (work: Work, id: PolicyId) => work.sql.run`
  update clocks.policy set closed_at = greatest(${work.now}, made_at) where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`
