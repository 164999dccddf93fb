// What has been reckoned, a local day of a group a row.
import { date, instant, json, jsonb, text, word } from '#base/sql'
import type { Work } from '#base/work'
import type { DayNeed } from '../rules/day-need.ts'

const row = {
  group_key: text, day: date, basis: text, how: word<'formula' | 'simulation'>(), reckoned_at: instant, body: jsonb<DayNeed>(),
} // prettier-ignore
export type NeedRow = Awaited<ReturnType<typeof needsBetween>>[number]

type Days = { groups: readonly string[]; first: Temporal.PlainDate; last: Temporal.PlainDate }
export const needsBetween = (work: Work, { groups, first, last }: Days) => work.sql.many(row)`
  select group_key, day, basis, how, reckoned_at, body from staffing.need
  where tenant_id = ${work.tenant} and group_key = any(${groups}::text[]) and day between ${first} and ${last}
  order by group_key, day limit 10000`

type Kept = { group: string; day: string; basis: string; how: 'formula' | 'simulation'; body: DayNeed }
export const putNeed = (work: Work, need: Kept) => work.sql.run`
  insert into staffing.need (tenant_id, group_key, day, basis, how, reckoned_at, body)
  values (${work.tenant}, ${need.group}, ${need.day}, ${need.basis}, ${need.how}, ${work.now}, ${json(need.body)})
  on conflict (tenant_id, group_key, day) do update
  set basis = excluded.basis, how = excluded.how, reckoned_at = excluded.reckoned_at, body = excluded.body`

/** The days that are past are not asked for again; one never knows for how long, so a year of them is kept. */
export const deleteOldNeeds = (work: Work, before: Temporal.PlainDate, most: number) => work.sql.run`
  delete from staffing.need where (tenant_id, group_key, day) in (
    select tenant_id, group_key, day from staffing.need where tenant_id = ${work.tenant} and day < ${before} limit ${most})`
