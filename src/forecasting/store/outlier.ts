import type { PersonId } from '#base/contract'
import { decimal, instant, integer, join, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import { streamKey, type OutlierDecision, type OutlierId } from '../contract.ts'

const row = {
  id: uuid<OutlierId>(), queue: text, channel: text, from_at: instant, to_at: instant, arrived: decimal, expected: decimal, score: decimal, found_at: instant, version: integer,
} // prettier-ignore
export type OutlierRow = Awaited<ReturnType<typeof listOutliers>>[number]
const columns = part`o.id, o.queue, o.channel, o.from_at, o.to_at, o.arrived, o.expected, o.score, o.found_at, o.version`

type Page = {
  cursor: string | undefined
  most: number
  queue: string | undefined
  channel: string | undefined
  undecided: boolean
}
export const listOutliers = (work: Work, page: Page) => work.sql.many(row)`
  select ${columns} from forecasting.outlier o
  where o.tenant_id = ${work.tenant} ${page.cursor ? part`and (o.from_at, o.id) < (select from_at, id from forecasting.outlier where tenant_id = ${work.tenant} and id = ${page.cursor})` : part``}
    ${page.queue === undefined ? part`` : part`and o.queue = ${page.queue}`} ${page.channel === undefined ? part`` : part`and o.channel = ${page.channel}`}
    ${page.undecided ? part`and not exists (select from forecasting.outlier_decision d where d.tenant_id = o.tenant_id and d.outlier_id = o.id and d.undone_at is null)` : part``}
  order by o.from_at desc, o.id desc limit ${page.most}`

export const holdOutlier = (work: Work, id: OutlierId) => work.sql.maybeOne(row)`
  select ${columns} from forecasting.outlier o where o.tenant_id = ${work.tenant} and o.id = ${id} for update`

export type FoundOutlier = Omit<OutlierRow, 'found_at' | 'version'>
/** What was found before keeps what was decided of it; its figures are those of now. */
export const putOutliers = async (work: Work, found: readonly FoundOutlier[]): Promise<void> => {
  if (found.length === 0) return
  await work.sql.run`
  insert into forecasting.outlier (tenant_id, id, queue, channel, from_at, to_at, arrived, expected, score, found_at)
  values ${join(found.map((o) => part`(${work.tenant}, ${o.id}, ${o.queue}, ${o.channel}, ${o.from_at}, ${o.to_at}, ${o.arrived}, ${o.expected}, ${o.score}, ${work.now})`), ', ')}
  on conflict (tenant_id, queue, channel, from_at, to_at) do update set arrived = excluded.arrived, expected = excluded.expected, score = excluded.score` // prettier-ignore
}

/** Of a stream, within a span: what was found before, is no longer found and nobody decided on. */
export const deleteFaded = (work: Work, of: { queue: string; channel: string; since: Temporal.Instant }) => work.sql.run`
  delete from forecasting.outlier o
  where o.tenant_id = ${work.tenant} and o.queue = ${of.queue} and o.channel = ${of.channel} and o.from_at >= ${of.since}
    and not exists (select from forecasting.outlier_decision d where d.tenant_id = o.tenant_id and d.outlier_id = o.id)`

const decision = {
  outlier_id: uuid<OutlierId>(), decision: word<OutlierDecision>(), value: nullable(decimal), reason: text, by: nullable(uuid<PersonId>()), at: instant, undone_at: nullable(instant),
} // prettier-ignore
export type DecisionRow = Awaited<ReturnType<typeof decisionsOf>>[number]
export const decisionsOf = (work: Work, outliers: readonly OutlierId[]) => work.sql.many(decision)`
  select outlier_id, decision, value, reason, by, at, undone_at from forecasting.outlier_decision
  where tenant_id = ${work.tenant} and outlier_id = any(${outliers}::uuid[]) order by at desc, id desc limit 2000`

type Decided = {
  id: string
  outlier: OutlierId
  decision: OutlierDecision
  value: number | null
  reason: string
  by: PersonId | null
}
export const insertDecision = (work: Work, d: Decided) => work.sql.run`
  insert into forecasting.outlier_decision (tenant_id, id, outlier_id, decision, value, reason, by, at)
  values (${work.tenant}, ${d.id}, ${d.outlier}, ${d.decision}, ${d.value}, ${d.reason}, ${d.by}, ${work.now})`

export const undoDecision = (work: Work, outlier: OutlierId, by: PersonId | null) => work.sql.run`
  update forecasting.outlier_decision set undone_at = ${work.now}, undone_by = ${by} where tenant_id = ${work.tenant} and outlier_id = ${outlier} and undone_at is null`

export const raiseVersion = (work: Work, id: OutlierId) => work.sql.run`
  update forecasting.outlier set version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`

/** What somebody decided, as far as it changes what is learnt from. */
export const decidedOutliers = (work: Work, most: number) => work.sql.many({
  queue: text, channel: text, from_at: instant, to_at: instant, decision: word<OutlierDecision>(), value: nullable(decimal), reason: text,
})`
  select o.queue, o.channel, o.from_at, o.to_at, d.decision, d.value, d.reason
  from forecasting.outlier_decision d join forecasting.outlier o on o.tenant_id = d.tenant_id and o.id = d.outlier_id
  where d.tenant_id = ${work.tenant} and d.undone_at is null and d.decision <> 'keep' order by o.from_at desc limit ${most}` // prettier-ignore

export const undecidedByStream = async (work: Work): Promise<Map<string, number>> => {
  const rows = await work.sql.many({ queue: text, channel: text, n: integer })`
  select queue, channel, count(*) as n from forecasting.outlier o
  where tenant_id = ${work.tenant} and not exists (select from forecasting.outlier_decision d where d.tenant_id = o.tenant_id and d.outlier_id = o.id and d.undone_at is null)
  group by queue, channel`
  return new Map(rows.map(({ queue, channel, n }) => [streamKey({ queue, channel }), n]))
}
