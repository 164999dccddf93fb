// Menus of moves: asked, thought about, done.
import { actorId } from '#base/contract'
import { decimal, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Menu, MenuId } from '../contract.ts'
import type { Thought } from '../engine/index.ts'

const row = {
  id: uuid<MenuId>(), group_key: text, asked_at: instant, until_at: instant, state: word<Menu['state']>(), tries: integer, progress: decimal,
  body: nullable(jsonb<Thought>()), failed: nullable(jsonb<NonNullable<Menu['failed']>>()), done_at: nullable(instant),
} // prettier-ignore
export type MenuRow = NonNullable<Awaited<ReturnType<typeof findMenu>>>
const columns = part`id, group_key, asked_at, until_at, state, tries, progress, body, failed, done_at`

/** 0 where one of the same group is being thought about. */
export const insertMenu = (work: Work, m: { id: MenuId; group: string; until: Temporal.Instant }) => work.sql.run`
  insert into intraday.menu (tenant_id, id, group_key, asked_by, asked_at, until_at, state)
  values (${work.tenant}, ${m.id}, ${m.group}, ${actorId(work.actor)}, ${work.now}, ${m.until}, 'asked') on conflict do nothing`

export const findMenu = (work: Work, id: MenuId) => work.sql.maybeOne(row)`
  select ${columns} from intraday.menu where tenant_id = ${work.tenant} and id = ${id}`

export const latestMenu = (work: Work, group: string, since: Temporal.Instant) => work.sql.maybeOne(row)`
  select ${columns} from intraday.menu where tenant_id = ${work.tenant} and group_key = ${group} and asked_at >= ${since} order by id desc limit 1`

export const recordThinking = (work: Work, id: MenuId) => work.sql.run`
  update intraday.menu set state = 'thinking', tries = tries + 1 where tenant_id = ${work.tenant} and id = ${id} and state in ('asked', 'thinking')`

export const recordProgress = (work: Work, id: MenuId, progress: number) => work.sql.run`
  update intraday.menu set progress = ${progress} where tenant_id = ${work.tenant} and id = ${id} and state = 'thinking'`

export const recordThought = (work: Work, id: MenuId, body: Thought) => work.sql.run`
  update intraday.menu set state = 'done', progress = 1, body = ${json(body)}, done_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and state = 'thinking'`

export const recordFailed = (work: Work, id: MenuId, failed: NonNullable<Menu['failed']>) => work.sql.run`
  update intraday.menu set state = 'failed', failed = ${json(failed)}, done_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and state in ('asked', 'thinking')`

/** For housekeeping: menus nobody chose from. */
export const forgetMenus = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from intraday.menu where tenant_id = ${work.tenant} and id in (
    select m.id from intraday.menu m where m.tenant_id = ${work.tenant} and m.asked_at < ${before}
      and not exists (select from intraday.move v where v.tenant_id = ${work.tenant} and v.menu_id = m.id) limit ${most})`
