import type { PersonId, Scope } from '#base/contract'
import { boolean, instant, integer, join, nullable, part, text, texts, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId, ProjectId } from '#customers/contract'
import type { CaseId, OwnerRule, Priority, ReasonId, TemplateId } from '../contract.ts'
import type { Stands } from '../rules/stands.ts'
import { coveredBy, type CoveredBy } from './cover.ts'

export type Filter = {
  status: 'open' | 'closed' | 'all'
  owner?: PersonId | undefined
  covered?: CoveredBy | undefined // their owner is away and somebody stands in
  handler?: PersonId | undefined
  priority?: Priority | undefined
  stands?: Exclude<Stands, 'closed'> | undefined
  customers?: readonly CustomerId[] | undefined
  brand?: string | undefined
  entry_point?: string | undefined
  reason?: ReasonId | undefined
  project?: ProjectId | undefined
  ids?: readonly CaseId[] | undefined
  after?: { at: string; id: string } | undefined
  scopes: readonly Scope[]
  most: number
}
const listed = {
  id: uuid<CaseId>(), number: integer, subject: text, brand_id: uuid(), entry_point_id: uuid(), customer_id: nullable(uuid<CustomerId>()),
  reason_id: nullable(uuid<ReasonId>()), owner_id: uuid<PersonId>(), opened_at: instant, closed_at: nullable(instant), last_at: instant,
  last_in_at: nullable(instant), last_out_at: nullable(instant), failed_at: nullable(instant), owner_looked_at: nullable(instant), suspected_at: nullable(instant), priority: word<Priority>(), version: integer,
  deputy_id: nullable(uuid<PersonId>()), deputy_is_named: boolean, chosen_by: word<OwnerRule>(), excerpt: text, channels: texts, hand_over_to: nullable(uuid<PersonId>()), reason_name: nullable(text),
  failed_as: nullable(word<'failed' | 'uncertain'>()),
} // prettier-ignore
export type ListedRow = Awaited<ReturnType<typeof listCases>>[number]

// The page is cut first, on the index; what each line shows is looked up for the lines of the page only.
export const listCases = (work: Work, filter: Filter) => work.sql.many(listed)`
  with page as materialized (
    select * from cases."case" c where c.tenant_id = ${work.tenant} ${conditions(work, filter)}
    order by c.last_at desc, c.id desc limit ${filter.most}),
  dossier as (
    select id as main_id, id from page
    union all select m.main_id, m.id from cases."case" m where m.tenant_id = ${work.tenant} and m.main_id in (select id from page))
  select c.id, c.number, c.subject, c.brand_id, c.entry_point_id, c.customer_id, c.reason_id, c.owner_id, c.opened_at, c.closed_at, c.last_at,
    c.last_in_at, c.last_out_at, c.failed_at, c.owner_looked_at, c.suspected_at, c.priority, c.version, o.deputy_id, o.deputy_is_named, o.chosen_by, coalesce(i.excerpt, '') as excerpt,
    coalesce(v.channels, '{}') as channels, h.to_id as hand_over_to, r.name as reason_name,
    case when c.failed_at is not null then (
      select u.state from cases.interaction u
      where u.tenant_id = c.tenant_id and u.case_id in (select id from dossier d where d.main_id = c.id) and u.state in ('failed', 'uncertain')
      order by u.at desc, u.id desc limit 1) end as failed_as
  from page c
  join cases.ownership o on o.tenant_id = c.tenant_id and o.id = c.ownership_id
  left join cases.reason r on r.tenant_id = c.tenant_id and r.id = c.reason_id
  left join cases.hand_over h on h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null
  left join lateral (
    select left(regexp_replace(left(l.visible_text, 400), '\\s+', ' ', 'g'), 160) as excerpt
    from dossier d cross join lateral (
      select i.visible_text, i.at, i.id from cases.interaction i
      where i.tenant_id = c.tenant_id and i.case_id = d.id and i.state <> 'cancelled' and i.kind not in ('acknowledgement', 'notice')
      order by i.at desc, i.id desc limit 1) l
    where d.main_id = c.id order by l.at desc, l.id desc limit 1) i on true
  left join lateral (
    select array_agg(distinct channel) as channels from cases.conversation v
    where v.tenant_id = c.tenant_id and v.case_id in (select id from dossier d where d.main_id = c.id)) v on true
  order by c.last_at desc, c.id desc`

export const findLatest = (work: Work, filter: Filter) => work.sql.many({ id: uuid<CaseId>(), last_at: instant })`
  select c.id, c.last_at from cases."case" c where c.tenant_id = ${work.tenant} ${conditions(work, filter)}
  order by c.last_at desc, c.id desc limit ${filter.most}`

// At least so many: of the latest that the other conditions leave, so that a rare one does not read a whole history.
const MOST_LOOKED_AT = 5_000
export const countCases = (work: Work, filter: Filter) => work.sql.one({ n: integer })`
  select count(*) as n from (
    select from (
      select * from cases."case" c where c.tenant_id = ${work.tenant} ${conditions(work, { ...filter, stands: undefined })}
      order by c.last_at desc, c.id desc limit ${MOST_LOOKED_AT}) c
    where true ${filter.stands ? standing(filter.stands) : part``} limit ${filter.most}) counted`

function conditions({ tenant }: Work, f: Filter): Part {
  const all: Part[] = [part`and c.main_id is null`] // what is part of another case is shown in that one
  if (f.status === 'open') all.push(part`and c.closed_at is null`)
  if (f.status === 'closed') all.push(part`and c.closed_at is not null`)
  if (f.owner) all.push(part`and c.owner_id = ${f.owner}`)
  if (f.covered) all.push(coveredBy(f.covered))
  // Few: gathered first, so that the lists are not walked for them.
  if (f.handler)
    all.push(part`and c.id = any(array(
      select w.case_id from cases.handler w where w.person_id = ${f.handler} and w.until is null and w.tenant_id = ${tenant}))`)
  if (f.priority) all.push(PRIORITY[f.priority])
  if (f.customers) all.push(part`and c.customer_id = any(${f.customers}::uuid[])`)
  all.push(...about(f))
  if (f.ids) all.push(part`and c.id = any(${f.ids}::uuid[])`)
  if (f.stands) all.push(standing(f.stands))
  if (f.after) all.push(part`and (c.last_at, c.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)`)
  all.push(inScope(f.scopes))
  return join(all, ' ')
}

function* about(f: Filter): Iterable<Part> {
  if (f.brand) yield part`and c.brand_id = ${f.brand}`
  if (f.entry_point) yield part`and c.entry_point_id = ${f.entry_point}`
  if (f.reason) yield part`and c.reason_id = ${f.reason}`
  if (f.project) yield part`and c.project_id = ${f.project}`
}

// Said word for word, so that PostgreSQL knows which of them the partial index has.
const PRIORITY: Record<Priority, Part> = {
  low: part`and c.priority = 'low'`,
  normal: part`and c.priority = 'normal'`,
  high: part`and c.priority = 'high'`,
  urgent: part`and c.priority = 'urgent'`,
}

function standing(stands: NonNullable<Filter['stands']>): Part {
  const ours = part`(c.failed_at is not null or c.last_out_at is null or coalesce(c.last_in_at > c.last_out_at, false))`
  if (stands === 'suspected') return part`and c.suspected_at is not null`
  if (stands === 'new') return part`and c.suspected_at is null and c.owner_looked_at is null and ${ours}`
  if (stands === 'waiting_for_us') return part`and c.suspected_at is null and c.owner_looked_at is not null and ${ours}`
  return part`and c.suspected_at is null and not ${ours}`
}

export function inScope(scopes: readonly Scope[]): Part {
  if (scopes.some((scope) => scope.brands === null)) return part``
  return part`and c.brand_id = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[])`
}

export const countsFor = (work: Work, person: PersonId, scopes: readonly Scope[]) => work.sql.one({
  new: integer,
  waiting_for_us: integer,
  waiting_for_others: integer,
  suspected: integer,
  failed: integer,
  hand_overs: integer,
  handling: integer,
  mentions: integer,
})`
  select count(*) filter (where wanted and ours and unseen) as new, count(*) filter (where wanted and ours and not unseen) as waiting_for_us,
    count(*) filter (where wanted and not ours) as waiting_for_others, count(*) filter (where not wanted) as suspected,
    count(*) filter (where failed) as failed,
    (select count(*) from cases.hand_over h join cases."case" c on c.tenant_id = h.tenant_id and c.id = h.case_id
      where h.tenant_id = ${work.tenant} and h.to_id = ${person} and h.ended_at is null ${inScope(scopes)}) as hand_overs,
    (select count(*) from cases.handler w join cases."case" c on c.tenant_id = w.tenant_id and c.id = w.case_id
      where w.tenant_id = ${work.tenant} and w.person_id = ${person} and w.until is null and c.closed_at is null ${inScope(scopes)}) as handling,
    (select count(*) from cases.mention m join cases."case" c on c.tenant_id = m.tenant_id and c.id = m.case_id
      where m.tenant_id = ${work.tenant} and m.person_id = ${person} and m.seen_at is null ${inScope(scopes)}) as mentions
  from (
    select owner_looked_at is null as unseen, suspected_at is null as wanted, failed_at is not null as failed,
      failed_at is not null or last_out_at is null or coalesce(last_in_at > last_out_at, false) as ours
    from cases."case" c where tenant_id = ${work.tenant} and owner_id = ${person} and closed_at is null and main_id is null ${inScope(scopes)} limit 5000) mine`

const template = {
  id: uuid<TemplateId>(),
  name: text,
  language: word<'fr' | 'en'>(),
  brand_id: nullable(uuid()),
  html: text,
  version: integer,
}
export const openTemplates = (work: Work) => work.sql.many(template)`
  select id, name, language, brand_id, html, version from cases.template
  where tenant_id = ${work.tenant} and closed_at is null order by lower(name) limit 500`
export const templatesEver = (work: Work, ids: readonly TemplateId[]) => work.sql.many({ ...template, retired: boolean })`
  select id, name, language, brand_id, html, version, closed_at is not null as retired from cases.template
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`
export const insertTemplate = (
  work: Work,
  t: { id: TemplateId; name: string; language: string; brand_id: string | null; html: string },
) => work.sql.run`
  insert into cases.template (tenant_id, id, name, language, brand_id, html, made_at)
  values (${work.tenant}, ${t.id}, ${t.name}, ${t.language}, ${t.brand_id}, ${t.html}, ${work.now}) on conflict do nothing`
export const findTemplate = (work: Work, id: TemplateId) => work.sql.maybeOne({ brand_id: nullable(uuid()) })`
  select brand_id from cases.template where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`
export const closeTemplate = (work: Work, id: TemplateId) => work.sql.run`
  update cases.template set closed_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

const MOST_COVERED = 999 // a number beside a word, not a figure
export const countCovered = (work: Work, by: CoveredBy, scopes: readonly Scope[]) => work.sql.one({ n: integer })`
  select count(*) as n from (
    select from cases."case" c
    where c.tenant_id = ${work.tenant} and c.closed_at is null and c.main_id is null ${coveredBy(by)} ${inScope(scopes)} limit ${MOST_COVERED}) few`
