// A floor for tests: people with skills, rules with queues, a forecast in force.
import * as routing from '#routing'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import { rulebookShape, type RulebookInput } from '#routing/contract'
import { publishTestForecast, type TestStream } from './store/test-forecast.ts'

export type TestFloor = TestHouse & {
  flow: Actor
  people: PersonId[]
  publish(streams: readonly TestStream[], days?: number): Promise<void>
}

/** @param rules who may serve what is said by naming people in `who.people`: give every person of `named` the queues they are put on */
export async function testFloor(rules: RulebookInput | null, people = 12): Promise<TestFloor> {
  const house = await testHouse('2026-03-22T10:00:00Z')
  const unique = newId(house.clock.now()).slice(-12)
  const ids: PersonId[] = []
  for (let place = 0; place < people; place++) {
    const name = `Agent ${String(place + 1).padStart(2, '0')}`
    const given = { name, email: `a${place}-${unique}@floor.example`, language: 'fr' as const, roles: ['agent' as const] }
    ids.push((await house.work((work) => staff.addPerson(work, given))).id)
  }
  if (rules)
    await house.work((work) =>
      routing.makeVersion(work, { title: 'Premières règles', in_force: true, document: rulebookShape.parse(rules) }),
    )
  const flow: Actor = { kind: 'person', id: ids[0]!, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }
  const publish: TestFloor['publish'] = (streams, days = 14) => house.work((work) => publishTestForecast(work, streams, days))
  return { ...house, flow, people: ids, publish }
}

/** So many contacts each quarter between two hours of the clock of Paris, none outside. */
export const between =
  (from: number, to: number, contacts: number) =>
  (at: Temporal.Instant): number => {
    const { hour } = at.toZonedDateTimeISO('Europe/Paris')
    return hour >= from && hour < to ? contacts : 0
  }
