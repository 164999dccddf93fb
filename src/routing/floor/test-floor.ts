// A small floor: two agents who are there, one of them knows electricity; three queues.
import * as staff from '#staff'
import { permissionNames, roles, type RoleName } from '#access/contract'
import { startJobs } from '#base/jobs'
import { startTail } from '#base/journal'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { TeamId } from '#staff/contract'
import { addItem } from '../add-item.ts'
import { itemFactsShape, type Floor } from '../contract.ts'
import { rulebookShape } from '../contract/rulebook.ts'
import { readers } from '../listen.ts'
import { makeVersion } from '../rulebook/make-version.ts'
import { workers } from '../timers.ts'
import { floor } from './floor.ts'

export type TestFloor = TestHouse & {
  anna: PersonId
  bruno: PersonId
  team: TeamId
  boss: Actor
  role(person: PersonId, name: RoleName, teams?: readonly string[]): Actor
  call(queue?: string, channel?: 'phone' | 'chat'): Promise<string>
  seen(after?: string, actor?: Actor): Promise<Floor>
  settle(): Promise<void>
}

export async function testFloor(): Promise<TestFloor> {
  const house = await testHouse('2026-11-20T09:00:00Z')
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string, role: RoleName): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: [role] })).id) // prettier-ignore
  const [anna, bruno, chloe] = [await add('Anna', 'agent'), await add('Bruno', 'agent'), await add('Chloe', 'flow_manager')]
  const boss: Actor = { kind: 'person', id: chloe, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }
  const { id: team } = await house.work((work) => staff.addTeam(work, { name: 'Lille', manager_id: chloe }))
  await house.work((work) => staff.joinTeam(work, { team, person: anna }))
  const skill = newId(house.clock.now())
  await house.work(async (work) => {
    await work.sql
      .run`insert into staff.skill (tenant_id, id, name, made_at) values (${work.tenant}, ${skill}, 'Électricité', ${work.now})`
    await work.sql
      .run`insert into staff.person_skill (tenant_id, person_id, skill_id, level, since) values (${work.tenant}, ${bruno}, ${skill}, 3, ${work.now})`
  })
  const document = rulebookShape.parse({
    queues: [
      { key: 'pannes', name: 'Pannes', takes: { flags: ['panne'] }, who: { skills: [{ skill, level: 4, relax: [{ after_s: 120, level: 2 }] }] } },
      { key: 'appels', name: 'Appels', offer: { auto_accept: true }, aim: { within_s: 20 } },
      { key: 'nuit', name: 'Nuit', takes: { flags: ['nuit'] } },
    ],
  }) // prettier-ignore
  await house.work((work) => makeVersion(work, { title: 'Nos règles', in_force: true, document }), boss)
  const settle = async (): Promise<void> => {
    const tail = await startTail(house.open, readers)
    const jobs = startJobs(house.open, workers)
    await tail.settled()
    await jobs.settled()
    await tail.settled()
    await Promise.all([tail.stop(), jobs.stop()])
  }
  await settle()
  for (const person of [anna, bruno]) await house.work((work) => staff.setPresence(work, { person, state: 'available' }))
  await settle()
  return {
    ...house, anna, bruno, team, boss, settle,
    role: (id, name, teams) => ({ kind: 'person', id, permissions: roles[name].permissions, scope: { teams: teams ?? null, brands: null } }),
    call: (queue = 'appels', channel = 'phone') =>
      house.work(async (work) => (await addItem(work, { title: 'Appel', case_id: null, queue, facts: itemFactsShape.parse({ channel }), due_at: null, keeps_place_of: null })).id, boss),
    seen: (after, actor = boss) => house.work((work) => floor(work, { after }), actor),
  } // prettier-ignore
}
