import { allow } from '#access'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { nameTaken, skillChanged, type PersonId, type PersonSkill, type SkillId } from './contract.ts'
import { needActive } from './need.ts'
import { cut } from './page.ts'
import { allowFor } from './permit.ts'
import * as store from './store/skill.ts'

type Asked = { cursor?: string | undefined; limit: number }
type Skill = { id: SkillId; name: string; people: number }

export async function listSkills(work: Work, { cursor, limit }: Asked): Promise<{ items: Skill[]; next: string | null }> {
  allow(work, 'staff.read')
  return cut(await store.listSkills(work, { cursor, most: limit + 1 }), limit, ({ id }) => id)
}

export async function listPersonSkills(
  work: Work,
  asked: Asked & { person: PersonId },
): Promise<{ items: PersonSkill[]; next: string | null }> {
  allow(work, 'staff.read')
  const { person, cursor, limit } = asked
  return cut(await store.listPersonSkills(work, person, { cursor, most: limit + 1 }), limit, ({ skill_id }) => skill_id)
}

export async function addSkill(work: Work, { name }: { name: string }): Promise<{ id: SkillId }> {
  allow(work, 'staff.manage', { team: null })
  const id = newId<'skill'>(work.now)
  await store.insertSkill(work, { id, name }).catch((error: unknown) => {
    throw isConflict(error, 'skill_name') ? refuse(nameTaken, {}) : error
  })
  return { id }
}

export async function setSkill(work: Work, given: { person: PersonId; skill: SkillId; level: number }): Promise<object> {
  await allowFor(work, given.person)
  await needActive(work, given.person)
  if (!(await store.findSkill(work, given.skill))) throw refuse(notFound, {})
  const changed = given.level === 0 ? await store.deletePersonSkill(work, given) : await store.putPersonSkill(work, given)
  if (changed > 0) work.publish(skillChanged, given)
  return {}
}
