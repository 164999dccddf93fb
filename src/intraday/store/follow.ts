// That the day is followed: one row a house, held by whoever looks.
import { instant, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'

const row = { timer: uuid(), wakes_at: nullable(instant), looked_at: nullable(instant) }
export const findFollow = (work: Work) => work.sql.maybeOne(row)`
  select timer, wakes_at, looked_at from intraday.follow where tenant_id = ${work.tenant}`

/** Made where there is none, then held until the commit. */
export async function holdFollow(work: Work, timer: string) {
  await work.sql.run`insert into intraday.follow (tenant_id, timer) values (${work.tenant}, ${timer}) on conflict do nothing`
  return await work.sql.one(
    row,
  )`select timer, wakes_at, looked_at from intraday.follow where tenant_id = ${work.tenant} for update`
}

export const recordWake = (work: Work, at: Temporal.Instant | null) => work.sql.run`
  update intraday.follow set wakes_at = ${at} where tenant_id = ${work.tenant}`

export const recordLook = (work: Work) => work.sql.run`
  update intraday.follow set looked_at = ${work.now} where tenant_id = ${work.tenant}`
