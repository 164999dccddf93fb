import { integer, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId, SkillId } from '../contract.ts'

type Page = { cursor?: string | undefined; most: number }
const after = (work: Work, { cursor }: Page) =>
  cursor
    ? part`and (s.name collate "und-x-icu", s.id) > (
        select last.name collate "und-x-icu", last.id from staff.skill last where last.tenant_id = ${work.tenant} and last.id = ${cursor})`
    : part``

export const listSkills = (work: Work, page: Page) => work.sql.many({ id: uuid<SkillId>(), name: text, people: integer })`
  select s.id, s.name, (select count(*) from staff.person_skill k join staff.person p on p.tenant_id = k.tenant_id and p.id = k.person_id
      where k.tenant_id = ${work.tenant} and k.skill_id = s.id and p.left_at is null) as people
  from staff.skill s
  where s.tenant_id = ${work.tenant} ${after(work, page)}
  order by s.name collate "und-x-icu", s.id limit ${page.most}`

const personSkill = { person_id: uuid<PersonId>(), skill_id: uuid<SkillId>(), name: text, level: integer }
export const listPersonSkills = (work: Work, person: PersonId, page: Page) => work.sql.many(personSkill)`
  select k.person_id, k.skill_id, s.name, k.level
  from staff.person_skill k join staff.skill s on s.tenant_id = k.tenant_id and s.id = k.skill_id
  where k.tenant_id = ${work.tenant} and k.person_id = ${person} ${after(work, page)}
  order by s.name collate "und-x-icu", s.id limit ${page.most}`

export const insertSkill = (work: Work, skill: { id: SkillId; name: string }) => work.sql.run`
  insert into staff.skill (tenant_id, id, name, made_at) values (${work.tenant}, ${skill.id}, ${skill.name}, ${work.now})`

export const findSkill = (work: Work, id: SkillId) => work.sql.maybeOne({ id: uuid<SkillId>() })`
  select id from staff.skill where tenant_id = ${work.tenant} and id = ${id}`

export const putPersonSkill = (work: Work, k: { person: PersonId; skill: SkillId; level: number }) => work.sql.run`
  insert into staff.person_skill (tenant_id, person_id, skill_id, level, since)
  values (${work.tenant}, ${k.person}, ${k.skill}, ${k.level}, ${work.now})
  on conflict (tenant_id, person_id, skill_id) do update set level = excluded.level, since = excluded.since
  where staff.person_skill.level <> excluded.level`

export const deletePersonSkill = (work: Work, k: { person: PersonId; skill: SkillId }) => work.sql.run`
  delete from staff.person_skill where tenant_id = ${work.tenant} and person_id = ${k.person} and skill_id = ${k.skill}`
