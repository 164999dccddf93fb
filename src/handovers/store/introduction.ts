import { instant, integer, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { BatonId } from '../contract.ts'

const row = {
  baton_id: uuid<BatonId>(), case_id: uuid<CaseId>(), text, language: word<'fr' | 'en'>(), channel: nullable(text), leaves_at: nullable(instant),
  sent_at: nullable(instant), interaction_id: nullable(uuid()), skipped_at: nullable(instant), because: nullable(text), failed_at: nullable(instant), version: integer,
} // prettier-ignore
export type IntroductionRow = NonNullable<Awaited<ReturnType<typeof findIntroduction>>>

type New = {
  baton: BatonId
  case_id: CaseId
  text: string
  language: 'fr' | 'en'
  channel: string | null
  skipped: { by: string; because: string } | null
}
export const insertIntroduction = (work: Work, i: New) => work.sql.run`
  insert into handovers.introduction (tenant_id, baton_id, case_id, text, language, channel, skipped_at, skipped_by, because)
  values (${work.tenant}, ${i.baton}, ${i.case_id}, ${i.text}, ${i.language}, ${i.channel}, case when ${i.skipped !== null} then ${work.now}::timestamptz end,
    ${i.skipped?.by ?? null}, ${i.skipped?.because ?? null})
  on conflict (tenant_id, baton_id) do nothing`

export const findIntroduction = (work: Work, baton: BatonId) => work.sql.maybeOne(row)`
  select baton_id, case_id, text, language, channel, leaves_at, sent_at, interaction_id, skipped_at, because, failed_at, version
  from handovers.introduction where tenant_id = ${work.tenant} and baton_id = ${baton}`

export const lockIntroduction = (work: Work, baton: BatonId) => work.sql.maybeOne(row)`
  select baton_id, case_id, text, language, channel, leaves_at, sent_at, interaction_id, skipped_at, because, failed_at, version
  from handovers.introduction where tenant_id = ${work.tenant} and baton_id = ${baton} for no key update`

export const rewrite = (work: Work, baton: BatonId, words: string) => work.sql.run`
  update handovers.introduction set text = ${words}, skipped_at = null, skipped_by = null, because = null, failed_at = null, version = version + 1
  where tenant_id = ${work.tenant} and baton_id = ${baton} and sent_at is null`

export const skip = (work: Work, baton: BatonId, why: { by: string; because: string }) => work.sql.run`
  update handovers.introduction set skipped_at = ${work.now}, skipped_by = ${why.by}, because = ${why.because}, leaves_at = null, version = version + 1
  where tenant_id = ${work.tenant} and baton_id = ${baton} and sent_at is null`

export const schedule = (work: Work, baton: BatonId, at: Temporal.Instant) => work.sql.run`
  update handovers.introduction set leaves_at = ${at}, version = version + 1
  where tenant_id = ${work.tenant} and baton_id = ${baton} and sent_at is null and skipped_at is null`

export const recordSent = (work: Work, baton: BatonId, interaction: string) => work.sql.run`
  update handovers.introduction set sent_at = ${work.now}, interaction_id = ${interaction}, failed_at = null, version = version + 1
  where tenant_id = ${work.tenant} and baton_id = ${baton} and sent_at is null and skipped_at is null`

export const recordFailed = (work: Work, baton: BatonId, because: string) => work.sql.run`
  update handovers.introduction set failed_at = ${work.now}, because = ${because}, leaves_at = null, version = version + 1
  where tenant_id = ${work.tenant} and baton_id = ${baton} and sent_at is null and skipped_at is null`
