import { integer, nullable, part, text, texts, uuid } from '#base/sql'
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { PartyId, TopicId } from '../../contract.ts'

const topic = { id: uuid<TopicId>(), name: text, about: text, words: texts, version: integer }
export type TopicRow = Awaited<ReturnType<typeof allTopics>>[number]

export const allTopics = (work: Work, most: number) => work.sql.many(topic)`
  select id, name, about, words, version from tasks.topic
  where tenant_id = ${work.tenant} and struck_at is null order by lower(name) collate "und-x-icu", id limit ${most}`

export const findTopic = (work: Work, id: TopicId) => work.sql.maybeOne(topic)`
  select id, name, about, words, version from tasks.topic where tenant_id = ${work.tenant} and id = ${id} and struck_at is null`

export const countTopics = (work: Work) => work.sql.one({ n: integer })`
  select count(*) as n from tasks.topic where tenant_id = ${work.tenant} and struck_at is null`

export const isNameTaken = (work: Work, name: string, but: TopicId | null) => work.sql.maybeOne({ id: uuid<TopicId>() })`
  select id from tasks.topic where tenant_id = ${work.tenant} and lower(name) = lower(${name}) and struck_at is null
    ${but ? part`and id <> ${but}` : part``} limit 1`

type Written = { id: TopicId; name: string; about: string; words: readonly string[] }
export const insertTopic = (work: Work, t: Written) => work.sql.run`
  insert into tasks.topic (tenant_id, id, name, about, words, made_at, made_by)
  values (${work.tenant}, ${t.id}, ${t.name}, ${t.about}, ${t.words}::text[], ${work.now}, ${actorId(work.actor)})`

export const updateTopic = (work: Work, t: Written & { version: number }) => work.sql.run`
  update tasks.topic set name = ${t.name}, about = ${t.about}, words = ${t.words}::text[], version = version + 1
  where tenant_id = ${work.tenant} and id = ${t.id} and version = ${t.version} and struck_at is null`

export const strikeTopic = (work: Work, id: TopicId) => work.sql.run`
  update tasks.topic set struck_at = ${work.now}, struck_by = ${actorId(work.actor)}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and struck_at is null`

const whom = {
  topic_id: uuid<TopicId>(), place: integer, team_id: nullable(uuid<TeamId>()), person_id: nullable(uuid<PersonId>()), party_id: nullable(uuid<PartyId>()), note: text,
} // prettier-ignore
export type WhomRow = Awaited<ReturnType<typeof whomOf>>[number]

export const whomOf = (work: Work, topics: readonly TopicId[]) => work.sql.many(whom)`
  select topic_id, place, team_id, person_id, party_id, note from tasks.topic_whom
  where tenant_id = ${work.tenant} and topic_id = any(${topics}::uuid[]) order by topic_id, place`

// The subjects in whose list somebody stands.
export const topicsWith = (work: Work, id: string) => work.sql.many({ topic_id: uuid<TopicId>() })`
  select w.topic_id from tasks.topic_whom w join tasks.topic t on t.tenant_id = w.tenant_id and t.id = w.topic_id and t.struck_at is null
  where w.tenant_id = ${work.tenant} and (w.team_id = ${id} or w.person_id = ${id} or w.party_id = ${id}) order by w.topic_id limit 500`

type Listed = { team: TeamId | null; person: PersonId | null; party: PartyId | null; note: string }
export async function replaceWhom(work: Work, topic: TopicId, listed: readonly Listed[]): Promise<void> {
  await work.sql.run`delete from tasks.topic_whom where tenant_id = ${work.tenant} and topic_id = ${topic}`
  if (listed.length === 0) return
  await work.sql.run`
    insert into tasks.topic_whom (tenant_id, topic_id, place, team_id, person_id, party_id, note)
    select ${work.tenant}, ${topic}, l.place, l.team, l.person, l.party, l.note
    from unnest(${listed.map(({ team }) => team)}::uuid[], ${listed.map(({ person }) => person)}::uuid[], ${listed.map(({ party }) => party)}::uuid[],
      ${listed.map(({ note }) => note)}::text[]) with ordinality as l (team, person, party, note, place)`
}
