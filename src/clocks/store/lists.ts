import type { PersonId, Scope } from '#base/contract'
import { instant, integer, join, nullable, part, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { ClockKind, PolicyId } from '../contract.ts'
import { row } from './clock.ts'

type Whose = { owners?: readonly PersonId[] | undefined; brand?: string | undefined; scopes: readonly Scope[] }
export type ClockFilter = Whose & {
  kind?: ClockKind | undefined
  policy?: PolicyId | undefined
  state: 'owed' | 'late' | 'ended' | 'kept' | 'missed'
  from?: string | undefined
  until?: string | undefined
  after?: { at: string; id: string } | undefined
  most: number
}

const columns = part`id, case_id, kind, round, policy_id, brand_id, owner_id, target_minutes, started_at, due_at, segments, paused_because, warned_at,
  breached_at, ended_at, ended_as`

// Kept: met, and never late. Missed: late, however it ended. What was over before anybody was late is neither.
const kept = part`ended_as = 'met' and breached_at is null`
const missed = part`breached_at is not null`

// A clock that stands still is due at no moment: it comes last.
export const listOwed = (work: Work, f: ClockFilter) => work.sql.many(row)`
  select ${columns} from clocks.clock
  where tenant_id = ${work.tenant} and ended_at is null ${conditions(f)} ${f.state === 'late' ? part`and (breached_at is not null or due_at <= ${work.now})` : part``}
    ${f.after ? part`and (coalesce(due_at, 'infinity'), id) > (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by coalesce(due_at, 'infinity'), id limit ${f.most}`

export const listEnded = (work: Work, f: ClockFilter) => work.sql.many(row)`
  select ${columns} from clocks.clock
  where tenant_id = ${work.tenant} and ended_at is not null ${conditions(f)} ${inPeriod(f)}
    and ${f.state === 'kept' ? kept : f.state === 'missed' ? missed : part`((${kept}) or ${missed})`}
    ${f.after ? part`and (ended_at, id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by ended_at desc, id desc limit ${f.most}`

function inPeriod({ from, until }: { from?: string | undefined; until?: string | undefined }): Part {
  return join(
    [from ? part`and ended_at >= ${from}::timestamptz` : part``, until ? part`and ended_at < ${until}::timestamptz` : part``],
    ' ',
  )
}

function conditions(f: Whose & { kind?: ClockKind | undefined; policy?: PolicyId | undefined }): Part {
  return join(
    [whose(f), f.kind ? part`and kind = ${f.kind}` : part``, f.policy ? part`and policy_id = ${f.policy}` : part``],
    ' ',
  )
}

function whose({ owners, brand, scopes }: Whose): Part {
  const everywhere = scopes.some((scope) => scope.brands === null)
  return join([
    owners ? part`and owner_id = any(${owners}::uuid[])` : part``, brand ? part`and brand_id = ${brand}` : part``,
    everywhere ? part`` : part`and brand_id = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[])`,
  ], ' ') // prettier-ignore
}

const figures = { kind: word<ClockKind>(), kept: integer, missed: integer, running: integer, late: integer }
type Period = Whose & { policy?: PolicyId | undefined; from: string; until: string }
export const countClocks = (work: Work, p: Period) => work.sql.many(figures)`
  select kind, count(*) filter (where ended_at is not null and ${kept}) as kept, count(*) filter (where ended_at is not null and ${missed}) as missed,
    count(*) filter (where ended_at is null) as running,
    count(*) filter (where ended_at is null and (breached_at is not null or due_at <= ${work.now})) as late
  from clocks.clock
  where tenant_id = ${work.tenant} and (ended_at is null or (ended_at >= ${p.from}::timestamptz and ended_at < ${p.until}::timestamptz)) ${conditions(p)}
  group by kind`

export type QuietFilter = Whose & { only: 'too_long' | 'all'; after?: { at: string; id: string } | undefined; most: number }
const quiet = {
  case_id: uuid<CaseId>(), customer_id: nullable(uuid<CustomerId>()), owner_id: uuid<PersonId>(), since: instant, due_at: nullable(instant),
  alarm_at: nullable(instant),
} // prettier-ignore
export type QuietRow = Awaited<ReturnType<typeof listSilent>>[number]

// Too long is told by the moment itself, whether or not a timer has rung since.
export const listSilent = (work: Work, f: QuietFilter) => work.sql.many(quiet)`
  select case_id, customer_id, owner_id, silence_since as since, silence_due_at as due_at,
    coalesce(silent_at, case when silence_due_at <= ${work.now} then silence_due_at end) as alarm_at
  from clocks.watch
  where tenant_id = ${work.tenant} and over_at is null and silence_since is not null ${whose(f)}
    ${f.only === 'too_long' ? part`and (silent_at is not null or silence_due_at <= ${work.now})` : part``}
    ${f.after ? part`and (silence_since, case_id) > (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by silence_since, case_id limit ${f.most}`

export const listStagnant = (work: Work, f: QuietFilter) => work.sql.many(quiet)`
  select case_id, customer_id, owner_id, stagnation_since as since, stagnation_due_at as due_at,
    coalesce(stagnant_at, case when stagnation_due_at <= ${work.now} then stagnation_due_at end) as alarm_at
  from clocks.watch
  where tenant_id = ${work.tenant} and over_at is null and stagnation_since is not null ${whose(f)}
    ${f.only === 'too_long' ? part`and (stagnant_at is not null or stagnation_due_at <= ${work.now})` : part``}
    ${f.after ? part`and (stagnation_since, case_id) > (${f.after.at}::timestamptz, ${f.after.id}::uuid)` : part``}
  order by stagnation_since, case_id limit ${f.most}`

export const countMine = (work: Work, mine: Whose) => work.sql.one({ silent: integer, stagnant: integer, late: integer })`
  select
    (select count(*) from clocks.watch where tenant_id = ${work.tenant} and over_at is null and (silent_at is not null or silence_due_at <= ${work.now}) ${whose(mine)}) as silent,
    (select count(*) from clocks.watch where tenant_id = ${work.tenant} and over_at is null and (stagnant_at is not null or stagnation_due_at <= ${work.now}) ${whose(mine)}) as stagnant,
    (select count(*) from clocks.clock where tenant_id = ${work.tenant} and ended_at is null and (breached_at is not null or due_at <= ${work.now}) ${whose(mine)}) as late`
