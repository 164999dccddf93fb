import { actorId } from '#base/contract'
import { integer, json, jsonb } from '#base/sql'
import type { Work } from '#base/work'
import type { DaySettings } from '../contract.ts'

type Body = Omit<DaySettings, 'version'>
export const findSettings = (work: Work) => work.sql.maybeOne({ body: jsonb<Partial<Body>>(), version: integer })`
  select body, version from intraday.settings where tenant_id = ${work.tenant}`

export const insertSettings = (work: Work, body: Body) => work.sql.run`
  insert into intraday.settings (tenant_id, body, version, set_by, set_at) values (${work.tenant}, ${json(body)}, 1, ${actorId(work.actor)}, ${work.now})
  on conflict do nothing`

export const updateSettings = (work: Work, { body, version }: { body: Body; version: number }) => work.sql.run`
  update intraday.settings set body = ${json(body)}, version = version + 1, set_by = ${actorId(work.actor)}, set_at = ${work.now}
  where tenant_id = ${work.tenant} and version = ${version}`
