// Versions of the targets; none is ever changed.
import { instant, integer, json, jsonb, part, text } from '#base/sql'
import { actorId, type Work } from '#base/work'

const brief = { number: integer, note: text, made_at: instant, made_by: text }
const whole = { ...brief, document: jsonb<unknown>() }
const columns = part`number, note, made_at, made_by`
export type TargetsRow = NonNullable<Awaited<ReturnType<typeof lastTargets>>>

// Versions of one house are made one after the other.
export const oneAtATime = (work: Work) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`staffing targets ${work.tenant}`}, 0))`

export const lastTargets = (work: Work) => work.sql.maybeOne(whole)`
  select ${columns}, document from staffing.targets where tenant_id = ${work.tenant} order by number desc limit 1`

export const listTargets = (work: Work, page: { before: number | undefined; most: number }) => work.sql.many(whole)`
  select ${columns}, document from staffing.targets
  where tenant_id = ${work.tenant} ${page.before ? part`and number < ${page.before}` : part``}
  order by number desc limit ${page.most}`

export const insertTargets = (work: Work, v: { number: number; note: string; document: unknown }) => work.sql.run`
  insert into staffing.targets (tenant_id, number, note, document, made_at, made_by)
  values (${work.tenant}, ${v.number}, ${v.note}, ${json(v.document)}, ${work.now}, ${actorId(work.actor)})`
