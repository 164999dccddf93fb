// What people would rather work.
import type { PersonId } from '#base/contract'
import { date, instant, integer, nullable, part, text, texts, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Preference, PreferenceId } from '../contract.ts'

const row = {
  id: uuid<PreferenceId>(), person_id: uuid<PersonId>(), kind: word<Preference['kind']>(), weekdays: texts, day: nullable(date), weight: integer,
  from: nullable(date), until: nullable(date), note: text, state: word<Preference['state']>(), asked_at: instant, answered_at: nullable(instant),
  answered_by: nullable(uuid<PersonId>()), because: text,
} // prettier-ignore
const columns = part`id, person_id, kind, weekdays, day, weight, lower(valid) as "from", (upper(valid) - 1)::date as until, note, state, asked_at, answered_at, answered_by, because`
export type PreferenceRow = Awaited<ReturnType<typeof listPreferences>>[number]

type New = Pick<Preference, 'kind' | 'weekdays' | 'day' | 'weight' | 'from' | 'until' | 'note'> & {
  id: PreferenceId
  person: PersonId
  granted: boolean
}
export const insertPreference = (work: Work, p: New) => work.sql.run`
  insert into scheduling.preference (tenant_id, id, person_id, kind, weekdays, day, weight, valid, note, asked_at, asked_by, state, answered_by, answered_at)
  values (${work.tenant}, ${p.id}, ${p.person}, ${p.kind}, ${p.weekdays}::text[], ${p.day}, ${p.weight}, daterange(${p.from}::date, ${p.until}::date, '[]'), ${p.note}, ${work.now},
    ${actorId(work.actor)}, ${p.granted ? 'granted' : 'asked'}, ${p.granted && work.actor.kind === 'person' ? work.actor.id : null}, ${p.granted ? work.now : null})`

type Page = {
  person: PersonId | undefined
  people: readonly PersonId[] | null
  state: Preference['state'] | undefined
  before: string | undefined
  most: number
}
export const listPreferences = (work: Work, { person, people, state, before, most }: Page) => work.sql.many(row)`
  select ${columns} from scheduling.preference
  where tenant_id = ${work.tenant} ${person ? part`and person_id = ${person}` : part``} ${people ? part`and person_id = any(${people}::uuid[])` : part``}
    ${state ? part`and state = ${state}` : part`and state <> 'withdrawn'`} ${before ? part`and id < ${before}` : part``}
  order by id desc limit ${most}`

export const findPreference = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.preference where tenant_id = ${work.tenant} and id = ${id}`

export const answerPreference = (work: Work, id: string, { grant, because }: { grant: boolean; because: string }) => work.sql.run`
  update scheduling.preference set state = ${grant ? 'granted' : 'declined'}, answered_at = ${work.now}, because = ${because},
    answered_by = ${work.actor.kind === 'person' ? work.actor.id : null}, ended_at = ${grant ? null : work.now}
  where tenant_id = ${work.tenant} and id = ${id} and state = 'asked'`
export const withdrawPreference = (work: Work, id: string) => work.sql.run`
  update scheduling.preference set state = 'withdrawn', ended_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and state <> 'withdrawn'`

/** Those that were granted and hold in some days. */
export const grantedWishes = (
  work: Work,
  people: readonly PersonId[],
  { from, to }: { from: string; to: string },
) => work.sql.many(row)`
  select ${columns} from scheduling.preference
  where tenant_id = ${work.tenant} and state = 'granted' and person_id = any(${people}::uuid[]) and valid && daterange(${from}::date, ${to}::date, '[]')
    and (day is null or day between ${from}::date and ${to}::date)
  order by person_id, id limit 20000`

/** How many of somebody's wishes were declined in some days. */
export const declinedWishes = (work: Work, people: readonly PersonId[], { from, before }: { from: Temporal.Instant; before: Temporal.Instant }) => work.sql.many({ person: uuid<PersonId>(), count: integer })`
  select person_id as person, count(*) as count from scheduling.preference
  where tenant_id = ${work.tenant} and state = 'declined' and answered_at >= ${from} and answered_at < ${before} and person_id = any(${people}::uuid[]) group by person_id` // prettier-ignore
