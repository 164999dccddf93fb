import { jsonb, text, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Language, PersonId, TeamId } from '../contract.ts'

// Whoever leads a team is of it too.
const serving = {
  id: uuid<PersonId>(), name: text, language: word<Language>(), teams: uuids<TeamId>(), skills: jsonb<Record<string, number>>(),
} // prettier-ignore
export const findServing = (work: Work, most: number) => work.sql.many(serving)`
  select p.id, p.name, p.language,
    array(select t.id from staff.team t where t.tenant_id = ${work.tenant} and t.closed_at is null and (t.manager_id = p.id or exists (
      select from staff.membership m where m.tenant_id = ${work.tenant} and m.team_id = t.id and m.person_id = p.id and m.left_at is null)) order by t.id) as teams,
    (select coalesce(jsonb_object_agg(k.skill_id, k.level), '{}') from staff.person_skill k
      where k.tenant_id = ${work.tenant} and k.person_id = p.id) as skills
  from staff.person p where p.tenant_id = ${work.tenant} and p.left_at is null
  order by p.name collate "und-x-icu", p.id limit ${most}`
