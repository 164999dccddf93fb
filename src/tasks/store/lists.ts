// Lists of tasks, as whoever asks may see them.
import type { PersonId, Scope } from '#base/contract'
import { instant, integer, join, nullable, part, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { PartyId } from '../contract.ts'
import { columns, open, row } from './row.ts'

export type Filter = {
  asked?: { people: readonly PersonId[]; teams: readonly TeamId[] } | undefined // asked of these people or teams
  taken_or_asked?: PersonId | undefined
  not_taken_by_others?: PersonId | undefined
  owners?: readonly PersonId[] | undefined
  party?: PartyId | undefined
  team?: TeamId | undefined
  brand?: string | undefined
  scopes?: readonly Scope[] | undefined // of cases one may read; undefined: what is asked of them is theirs anyway
  state: 'open' | 'to_do' | 'late' | 'answered' | 'ended' | 'all'
  due_from?: string | undefined
  due_until?: string | undefined
  outcome?: 'in_time' | 'late' | undefined
  after?: { at: string; id: string } | undefined
  most: number
}

const FAR = '9999-01-01T00:00:00Z'
// The first due first; what waits for others, and has no moment yet, comes last.
const due = part`coalesce(t.due_at, t.due_by, ${FAR}::timestamptz)`
export const momentOf = (task: { due_at: Temporal.Instant | null; due_by: Temporal.Instant | null }): Temporal.Instant =>
  task.due_at ?? task.due_by ?? Temporal.Instant.from(FAR)

export const listByDue = (work: Work, f: Filter) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} ${conditions(work, f)}
    ${f.after ? part`and (${due}, t.id) > (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by ${due}, t.id limit ${f.most}`

export const listLatest = (work: Work, f: Filter) => work.sql.many(row)`
  select ${columns} from tasks.task t
  where t.tenant_id = ${work.tenant} ${conditions(work, f)}
    ${f.after ? part`and (t.ended_at, t.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by t.ended_at desc, t.id desc limit ${f.most}`

const owed = part`t.begun_at is not null and t.answered_at is null and t.declined_at is null and ${open}`
const fellDue = part`coalesce(t.fell_due_at, t.due_at)`

function conditions(work: Work, f: Filter): Part {
  const all: Part[] = [byState(work, f.state)]
  if (f.scopes) all.push(inScope(f.scopes))
  if (f.asked) all.push(part`and (t.person_id = any(${f.asked.people}::uuid[]) or t.team_id = any(${f.asked.teams}::uuid[]) or t.taken_by_id = any(${f.asked.people}::uuid[]))`) // prettier-ignore
  if (f.taken_or_asked) all.push(part`and (t.person_id = ${f.taken_or_asked} or t.taken_by_id = ${f.taken_or_asked})`)
  if (f.not_taken_by_others) all.push(part`and (t.taken_by_id is null or t.taken_by_id = ${f.not_taken_by_others})`)
  if (f.owners) all.push(part`and t.owner_id = any(${f.owners}::uuid[])`)
  if (f.party) all.push(part`and t.party_id = ${f.party}`)
  if (f.team)
    all.push(
      f.outcome
        ? part`and case when t.late_at is null then t.team_id else t.late_team_id end = ${f.team}`
        : part`and t.team_id = ${f.team}`,
    )
  if (f.brand) all.push(part`and t.brand_id = ${f.brand}`)
  if (f.due_from) all.push(part`and ${fellDue} >= ${f.due_from}::timestamptz`)
  if (f.due_until) all.push(part`and ${fellDue} < ${f.due_until}::timestamptz`)
  if (f.outcome === 'in_time') all.push(part`and t.late_at is null and t.answered_at is not null`)
  if (f.outcome === 'late') all.push(part`and t.late_at is not null`)
  return join(all, ' ')
}

function byState(work: Work, state: Filter['state']): Part {
  if (state === 'open') return part`and ${open}`
  if (state === 'to_do') return part`and ${owed}`
  if (state === 'late') return part`and ${owed} and t.due_at <= ${work.now}`
  if (state === 'answered') return part`and ${open} and (t.answered_at is not null or t.declined_at is not null)`
  return state === 'ended' ? part`and t.ended_at is not null` : part``
}

export function inScope(scopes: readonly Scope[]): Part {
  if (scopes.some((scope) => scope.brands === null)) return part``
  return part`and t.brand_id = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[])`
}

type Mine = { people: readonly PersonId[]; teams: readonly TeamId[]; me: PersonId; owners: readonly PersonId[] }
export const countFor = (work: Work, { people, teams, me, owners }: Mine) => work.sql.one({
  mine: integer, teams: integer, late: integer, answered: integer, asked: integer,
})`
  select
    count(*) filter (where ${owed} and (t.person_id = any(${people}::uuid[]) or t.taken_by_id = ${me})) as mine,
    count(*) filter (where ${owed} and t.team_id = any(${teams}::uuid[]) and t.taken_by_id is null) as teams,
    count(*) filter (where ${owed} and t.due_at <= ${work.now} and (t.person_id = any(${people}::uuid[]) or t.taken_by_id = ${me}
      or (t.team_id = any(${teams}::uuid[]) and t.taken_by_id is null))) as late,
    count(*) filter (where t.owner_id = any(${owners}::uuid[]) and (t.answered_at is not null or t.declined_at is not null)) as answered,
    count(*) filter (where t.owner_id = any(${owners}::uuid[])) as asked
  from tasks.task t
  where t.tenant_id = ${work.tenant} and ${open}
    and (t.person_id = any(${people}::uuid[]) or t.team_id = any(${teams}::uuid[]) or t.taken_by_id = ${me} or t.owner_id = any(${owners}::uuid[]))` // prettier-ignore

// Of whom open tasks are asked by name: those of them who are away are stood in for.
export const peopleWithTasks = (work: Work) => work.sql.many({ id: uuid<PersonId>() })`
  select distinct t.person_id as id from tasks.task t where t.tenant_id = ${work.tenant} and t.person_id is not null and ${open} limit 1000`

const wait = {
  team_id: nullable(uuid<TeamId>()), person_id: nullable(uuid<PersonId>()), party_id: nullable(uuid<PartyId>()), tasks: integer, late: integer, since: instant,
} // prettier-ignore
type Waiting = { owners: readonly PersonId[]; of?: readonly CaseId[] | undefined; scopes: readonly Scope[] }
export const waitsByWhom = (work: Work, { owners, of, scopes }: Waiting) => work.sql.many(wait)`
  select t.team_id, t.person_id, t.party_id, count(*) as tasks, count(*) filter (where t.due_at <= ${work.now}) as late, min(t.begun_at) as since
  from tasks.task t
  where t.tenant_id = ${work.tenant} and ${owed} and t.owner_id = any(${owners}::uuid[]) ${of ? part`and t.case_id = any(${of}::uuid[])` : part``} ${inScope(scopes)}
  group by t.team_id, t.person_id, t.party_id order by min(t.begun_at), t.team_id, t.person_id, t.party_id limit 100`

export const firstOfEach = (work: Work, { owners, of, scopes }: Waiting, each: number) => work.sql.many(row)`
  select ${columns} from (
    select t.*, row_number() over (partition by t.team_id, t.person_id, t.party_id order by t.due_at, t.id) as nth
    from tasks.task t
    where t.tenant_id = ${work.tenant} and ${owed} and t.owner_id = any(${owners}::uuid[]) ${of ? part`and t.case_id = any(${of}::uuid[])` : part``} ${inScope(scopes)}) t
  where t.nth <= ${each} order by t.due_at, t.id limit 1000`

// What was late stays so, however it ended and whoever is asked now; what was called off in time, or asked of somebody else, counts for nobody.
type Period = { from: string; until: string; brand?: string | undefined; scopes: readonly Scope[] }
export const countEnds = (work: Work, { from, until, brand, scopes }: Period) => work.sql.many({
  team_id: nullable(uuid<TeamId>()), in_time: integer, late: integer, sent_back: integer,
})`
  select team as team_id, count(*) filter (where not late) as in_time, count(*) filter (where late) as late, count(*) filter (where back) as sent_back
  from (
    select case when t.late_at is null then t.team_id else t.late_team_id end as team, t.late_at is not null as late, t.sent_back > 0 as back
    from tasks.task t
    where t.tenant_id = ${work.tenant} and ${fellDue} >= ${from}::timestamptz and ${fellDue} < ${until}::timestamptz
      and (t.late_at is not null or t.answered_at is not null)
      ${brand ? part`and t.brand_id = ${brand}` : part``} ${inScope(scopes)}) ends
  group by team order by team nulls last limit 500` // prettier-ignore
