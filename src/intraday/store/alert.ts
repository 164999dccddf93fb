// Alerts, and what is remembered of a group from look to look.
import { date, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { AlertId, DayAlert, DayTarget } from '../contract.ts'
import type { Watch } from '../engine/index.ts'

export type SaidOfAlert = { level: number; chance: number; missing: number; target: DayTarget }
const row = {
  id: uuid<AlertId>(), group_key: text, label: text, opened_at: instant, falls_at: instant, recovers_at: nullable(instant), said: jsonb<SaidOfAlert>(),
  latest: jsonb<DayAlert['latest']>(), closed_at: nullable(instant), closed_as: nullable(word<NonNullable<DayAlert['closed_as']>>()),
} // prettier-ignore
const columns = part`id, group_key, label, opened_at, falls_at, recovers_at, said, latest, closed_at, closed_as`
export type AlertRow = Awaited<ReturnType<typeof openAlerts>>[number]

export const openAlerts = (work: Work) => work.sql.many(row)`
  select ${columns} from intraday.alert where tenant_id = ${work.tenant} and closed_at is null order by id limit 100`

export const listAlerts = (
  work: Work,
  page: { cursor: string | undefined; open: boolean | undefined; most: number },
) => work.sql.many(row)`
  select ${columns} from intraday.alert where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``}
    ${page.open === undefined ? part`` : page.open ? part`and closed_at is null` : part`and closed_at is not null`}
  order by id desc limit ${page.most}`

type Opened = Pick<AlertRow, 'id' | 'group_key' | 'label' | 'falls_at' | 'recovers_at' | 'said' | 'latest'>
/** 0 where one is open already. */
export const insertAlert = (work: Work, a: Opened) => work.sql.run`
  insert into intraday.alert (tenant_id, id, group_key, label, opened_at, falls_at, recovers_at, said, latest)
  values (${work.tenant}, ${a.id}, ${a.group_key}, ${a.label}, ${work.now}, ${a.falls_at}, ${a.recovers_at}, ${json(a.said)}, ${json(a.latest)})
  on conflict do nothing`

export const updateAlert = (work: Work, id: AlertId, latest: DayAlert['latest']) => work.sql.run`
  update intraday.alert set latest = ${json(latest)} where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

export const closeAlert = (work: Work, id: AlertId, as: NonNullable<DayAlert['closed_as']>) => work.sql.run`
  update intraday.alert set closed_at = ${work.now}, closed_as = ${as} where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

const watch = { group_key: text, day: date, bad: integer, good: integer, opened: integer, closed_at: nullable(instant) }
export const watches = (work: Work) => work.sql.many(watch)`
  select group_key, day, bad, good, opened, closed_at from intraday.watch where tenant_id = ${work.tenant} limit 1000`

export const putWatch = (work: Work, w: Watch & { group: string; day: string }) => work.sql.run`
  insert into intraday.watch (tenant_id, group_key, day, bad, good, opened, closed_at)
  values (${work.tenant}, ${w.group}, ${w.day}, ${w.bad}, ${w.good}, ${w.opened}, ${w.closed_at === null ? null : new Date(w.closed_at).toISOString()})
  on conflict (tenant_id, group_key) do update set day = excluded.day, bad = excluded.bad, good = excluded.good, opened = excluded.opened, closed_at = excluded.closed_at`

export const forgetWatches = (work: Work, before: string) => work.sql.run`
  delete from intraday.watch where tenant_id = ${work.tenant} and day < ${before}`
