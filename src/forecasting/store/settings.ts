import { boolean, integer } from '#base/sql'
import type { Work } from '#base/work'
import type { ForecastSettings } from '../contract.ts'

const row = { nightly: boolean, nightly_minute: integer, days: integer, weeks: integer, publishes: boolean, version: integer }

export const findSettings = (work: Work) => work.sql.maybeOne(row)`
  select nightly, nightly_minute, days, weeks, publishes, version from forecasting.settings where tenant_id = ${work.tenant}`

/** 0: they are of another version. */
export const putSettings = (work: Work, s: ForecastSettings) => work.sql.run`
  insert into forecasting.settings (tenant_id, nightly, nightly_minute, days, weeks, publishes, version)
  select ${work.tenant}, ${s.nightly}, ${s.nightly_minute}, ${s.days}, ${s.weeks}, ${s.publishes}, 1 where ${s.version}::int = 0
  on conflict (tenant_id) do nothing`

export const changeSettings = (work: Work, s: ForecastSettings) => work.sql.run`
  update forecasting.settings set nightly = ${s.nightly}, nightly_minute = ${s.nightly_minute}, days = ${s.days}, weeks = ${s.weeks}, publishes = ${s.publishes}, version = version + 1
  where tenant_id = ${work.tenant} and version = ${s.version}`
