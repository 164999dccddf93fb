// A house with two versions of the rules, and contacts that came out well or badly under either.
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import { startJobs } from '#base/jobs'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { RulebookVersionId } from '../contract/rulebook-endpoints.ts'
import { rulebookShape } from '../contract/rulebook.ts'
import { guardShape, planShape, type Trial, type TrialId } from '../contract/trial.ts'
import { insertInForce, insertVersion } from '../rulebook/store.ts'
import { begin } from './begin.ts'
import { readTrial, trialFigures } from './read.ts'
import { insertPastItems } from '../store/test-items.ts'
import { workers } from './watch.ts'

export type TestTrial = TestHouse & {
  chloe: PersonId
  boss: Actor
  usual: RulebookVersionId
  tried: RulebookVersionId
  begin(wish?: { share?: number; guard?: object; plan?: object }): Promise<{ id: TrialId; version: number }>
  contacts(version: 'usual' | 'tried', came: { in_time?: number; late?: number; gone?: number; waiting?: number }): Promise<void>
  minutes(count: number): Promise<void>
  live(): Promise<Trial | null>
  figures(id: TrialId): ReturnType<typeof trialFigures>
}

export async function testTrial(): Promise<TestTrial> {
  const house = await testHouse('2026-11-20T09:00:00Z')
  const unique = newId(house.clock.now()).slice(-12)
  const { id: chloe } = await house.work((work) =>
    staff.addPerson(work, { name: 'Chloé', email: `chloe-${unique}@centre.example`, language: 'fr', roles: ['flow_manager'] }),
  )
  const boss: Actor = { kind: 'person', id: chloe, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }
  const make = async (number: number, title: string): Promise<RulebookVersionId> => {
    const id = newId<'rulebook_version'>(house.clock.now())
    const document = rulebookShape.parse({ queues: [{ key: 'appels', name: 'Appels', aim: { within_s: 20 } }] })
    await house.work((work) => insertVersion(work, { id, number, title, document }))
    return id
  }
  const [usual, tried] = [await make(1, 'Les règles de toujours'), await make(2, 'Les plus capables d’abord')]
  await house.work((work) => insertInForce(work, 1, usual))
  const trial: TestTrial = {
    ...house, chloe, boss, usual, tried,
    begin: ({ share = 0.2, guard = {}, plan = {} } = {}) =>
      house.work((work) =>
        begin(work, { rulebook: tried, share, because: '', plan: planShape.parse(plan), guard: guardShape.parse({ least: 0.7, below_others: 0.05, fewest: 10, ...guard }) }), boss),
    contacts: (version, came) => house.work((work) => insertPastItems(work, { rulebook: version === 'usual' ? usual : tried, ...came })),
    minutes: async (count) => {
      const jobs = startJobs(house.open, workers)
      for (let minute = 0; minute < count; minute++) {
        house.clock.advance({ minutes: 1 })
        await jobs.settled()
        await jobs.settled() // what is put off runs again only when the office looks again
      }
      await jobs.stop()
    },
    live: () => house.work(async (work) => (await readTrial(work)).trial, boss),
    figures: (id) => house.work((work) => trialFigures(work, { id }), boss),
  } // prettier-ignore
  return trial
}
