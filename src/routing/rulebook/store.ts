// All SQL of the rulebook.
import { instant, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import type { SeatSettings } from '../contract/abilities.ts'
import type { Rulebook } from '../contract/rulebook.ts'

// Versions of one house are made, and put in force, one after the other.
export const oneAtATime = (work: Work) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`rulebook ${work.tenant}`}, 0))`

const brief = {
  id: uuid<RulebookVersionId>(),
  number: integer,
  title: text,
  made_at: instant,
  made_by: text,
  queues: integer,
}
export type BriefRow = Awaited<ReturnType<typeof listVersions>>[number]
const columns = part`r.id, r.number, r.title, r.made_at, r.made_by, jsonb_array_length(r.document -> 'queues') as queues`

export const listVersions = (work: Work, page: { before: number | undefined; most: number }) => work.sql.many(brief)`
  select ${columns} from routing.rulebook r
  where r.tenant_id = ${work.tenant} ${page.before ? part`and r.number < ${page.before}` : part``}
  order by r.number desc limit ${page.most}`

const whole = { ...brief, document: jsonb<unknown>() }
export const findVersion = (work: Work, id: RulebookVersionId) => work.sql.maybeOne(whole)`
  select ${columns}, r.document from routing.rulebook r where r.tenant_id = ${work.tenant} and r.id = ${id}`

export const lastNumber = (work: Work) => work.sql.one({ number: integer })`
  select coalesce(max(number), 0) as number from routing.rulebook where tenant_id = ${work.tenant}`

export type NewVersion = { id: RulebookVersionId; number: number; title: string; document: Rulebook }
export const insertVersion = (work: Work, v: NewVersion) => work.sql.run`
  insert into routing.rulebook (tenant_id, id, number, title, document, made_at, made_by)
  values (${work.tenant}, ${v.id}, ${v.number}, ${v.title}, ${json(v.document)}, ${work.now}, ${actorId(work.actor)})`

const inForce = { place: integer, rulebook_id: nullable(uuid<RulebookVersionId>()), since: instant }
export const lastInForce = (work: Work) => work.sql.maybeOne(inForce)`
  select place, rulebook_id, since from routing.in_force where tenant_id = ${work.tenant} order by place desc limit 1`

export const insertInForce = (work: Work, place: number, rulebook: RulebookVersionId | null) => work.sql.run`
  insert into routing.in_force (tenant_id, place, rulebook_id, since, by)
  values (${work.tenant}, ${place}, ${rulebook}, ${work.now}, ${actorId(work.actor)})`

const span = { rulebook_id: uuid<RulebookVersionId>(), since: instant, until: nullable(instant), by: text }
// When each of some versions was the rule for everybody: until the next change, whatever it was. The latest first.
export const spansOf = (work: Work, ids: readonly RulebookVersionId[]) => work.sql.many(span)`
  select f.rulebook_id, f.since, n.since as until, f.by from routing.in_force f
  left join routing.in_force n on n.tenant_id = f.tenant_id and n.place = f.place + 1
  where f.tenant_id = ${work.tenant} and f.rulebook_id = any(${ids}::uuid[]) order by f.place desc limit 500`

const draft = {
  document: jsonb<unknown>(), based_on: nullable(uuid<RulebookVersionId>()), number: nullable(integer), edited_at: instant, edited_by: text, version: integer,
} // prettier-ignore
export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>
export const findDraft = (work: Work) => work.sql.maybeOne(draft)`
  select d.document, d.based_on, r.number, d.edited_at, d.edited_by, d.version
  from routing.draft d left join routing.rulebook r on r.tenant_id = d.tenant_id and r.id = d.based_on
  where d.tenant_id = ${work.tenant}`

export const insertDraft = (work: Work, document: Rulebook, basedOn: RulebookVersionId | null) => work.sql.run`
  insert into routing.draft (tenant_id, document, based_on, edited_at, edited_by, version)
  values (${work.tenant}, ${json(document)}, ${basedOn}, ${work.now}, ${actorId(work.actor)}, 1) on conflict (tenant_id) do nothing`

export const updateDraft = (work: Work, document: Rulebook, version: number) => work.sql.run`
  update routing.draft set document = ${json(document)}, edited_at = ${work.now}, edited_by = ${actorId(work.actor)}, version = version + 1
  where tenant_id = ${work.tenant} and version = ${version}`

export const deleteDraft = (work: Work) => work.sql.run`delete from routing.draft where tenant_id = ${work.tenant}`

const ability = {
  person_id: uuid<PersonId>(), languages: nullable(jsonb<Record<string, number>>()), degree: integer, queues: jsonb<Record<string, number>>(),
  most: jsonb<SeatSettings['most']>(), seat_units: nullable(integer), version: integer,
} // prettier-ignore
export type AbilityRow = Awaited<ReturnType<typeof abilitiesOf>>[number]
export const abilitiesOf = (work: Work, people: readonly PersonId[]) => work.sql.many(ability)`
  select person_id, languages, degree, queues, most, seat_units, version from routing.ability
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[])`

export const insertAbility = (work: Work, person: PersonId, s: SeatSettings) => work.sql.run`
  insert into routing.ability (tenant_id, person_id, languages, degree, queues, most, seat_units, version, changed_at)
  values (${work.tenant}, ${person}, ${s.languages && json(s.languages)}, ${s.degree}, ${json(s.queues)}, ${json(s.most)}, ${s.seat_units}, 1, ${work.now})
  on conflict (tenant_id, person_id) do nothing`

export const updateAbility = (work: Work, person: PersonId, s: SeatSettings & { version: number }) => work.sql.run`
  update routing.ability set languages = ${s.languages && json(s.languages)}, degree = ${s.degree}, queues = ${json(s.queues)}, most = ${json(s.most)},
    seat_units = ${s.seat_units}, version = version + 1, changed_at = ${work.now}
  where tenant_id = ${work.tenant} and person_id = ${person} and version = ${s.version}`
