// A small centre on a day that is under way, for tests: people of two teams who take calls or write mail, rules, a forecast, and shifts in force.
import * as routing from '#routing'
import * as scheduling from '#scheduling'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, Endpoint, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startJobs, type Worker } from '#base/jobs'
import { startTail } from '#base/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import { rulebookShape } from '#routing/contract'
import { getPlan, postMove, postPlan, putPublished, type ShiftInForce } from '#scheduling/contract'
import { readers, workers } from './listen.ts'
import { openStage } from './menu/stage.ts'
import { publishTestForecast, type TestStream } from './store/test-forecast.ts'

export type TestDay = TestHouse & {
  callers: PersonId[]
  writers: PersonId[]
  boss: Actor
  as(person: PersonId): Actor
  at(time: string): void // of the clock of Paris
  publishRules(rules?: object, serves?: (caller: number) => Record<string, number>): Promise<void>
  forecast(streams?: readonly TestStream[]): Promise<void>
  plan(lunch?: string, more?: Other): Promise<void> // nine to five, everybody at lunch at once
  here(people: readonly PersonId[], state?: 'available' | 'offline'): Promise<void>
  hear(): Promise<void>
  ring(more?: readonly Worker[]): Promise<void>
  think(): Promise<void>
  shiftOf(person: PersonId): Promise<ShiftInForce | undefined>
}

/** Who sits in a training from half past two to four, who works tomorrow instead of today. */
type Other = { training?: readonly PersonId[]; tomorrow?: readonly PersonId[] }

const DAY = '2026-11-20'
const CALLS: TestStream = {
  queue: 'calls',
  channel: 'phone',
  per_quarter: (hour) => (hour >= 8 && hour < 16 ? 9 : 0),
  handling_s: 300,
  patience_s: 180,
}
const at = (time: string): string =>
  Temporal.PlainDateTime.from(`${DAY}T${time}`).toZonedDateTime('Europe/Paris').toInstant().toString()
const RULES = { queues: [
  { key: 'calls', name: 'Appels', takes: { channels: ['phone' as const] }, who: { people: 'named' as const } },
  { key: 'mail', name: 'Courriels', takes: { channels: ['email' as const] } },
] } // prettier-ignore

export async function testDay(count = 6): Promise<TestDay> {
  const house = await testHouse(at('08:00'))
  const unique = newId(house.clock.now()).slice(-12)
  const add = async (name: string, role: 'agent' | 'flow_manager' = 'agent') =>
    (await house.work((work) => staff.addPerson(work, { name, email: `${name.replace(' ', '-')}-${unique}@centre.example`, language: 'fr', roles: [role] }))).id
  const lead = await add('Dominique Roux', 'flow_manager')
  const callers: PersonId[] = []
  for (let n = 0; n < count; n++) callers.push(await add(`Agent ${n}`))
  const writers = [await add('Plume 0'), await add('Plume 1')]
  const team = (await house.work((work) => staff.addTeam(work, { name: 'Service', manager_id: lead }))).id
  for (const person of [...callers, ...writers]) await house.work((work) => staff.joinTeam(work, { team, person }))
  const as = (id: PersonId): Actor => ({ kind: 'person', id, permissions: new Set(permissionNames), scope: { teams: null, brands: null } })
  const boss = as(lead)
  const call = async <Input, Output>(endpoint: Endpoint<Input, Output>, input: object): Promise<Output> => {
    const { verb } = scheduling.routes.find((route) => route.endpoint.path === endpoint.path && route.endpoint.method === endpoint.method)!
    return (await house.work((work) => verb(work, endpoint.input.parse(input)), boss)) as Output // the endpoint's own verb
  }
  const day: TestDay = {
    ...house, callers, writers, boss, as,
    at: (time) => house.clock.set(at(time)),
    publishRules: async (rules = RULES, serves = () => ({ calls: 3, mail: 0 })) => {
      for (const [n, person] of callers.entries()) await house.work((work) => routing.setAbility(work, { person, version: 0, queues: serves(n) }))
      await house.work((work) => routing.makeVersion(work, { title: 'Règles', in_force: true, document: rulebookShape.parse(rules) }))
    },
    forecast: (streams = [CALLS]) => house.work((work) => publishTestForecast(work, streams)),
    plan: async (lunch = '12:00', { training = [], tomorrow = [] } = {}) => {
      const { id } = await call(postPlan, { name: 'Jour', first_day: DAY, days: 2, teams: [team] })
      const end = Temporal.PlainTime.from(lunch).add({ minutes: 45 }).toString().slice(0, 5)
      for (const person of [...callers, ...writers]) {
        const later = (time: string): string => Temporal.Instant.from(at(time)).add({ hours: tomorrow.includes(person) ? 24 : 0 }).toString()
        const sits = training.includes(person) ? [{ kind: 'training', name: 'Produit', starts_at: later('14:30'), ends_at: later('16:00') }] : []
        const activities = [{ kind: 'lunch', name: '', starts_at: later(lunch), ends_at: later(end) }, ...sits]
        await call(postMove, { id, move: { do: 'add', person, starts_at: later('09:00'), ends_at: later('17:00'), activities } })
      }
      const { version } = await call(getPlan, { id })
      await call(putPublished, { id, version })
    },
    here: async (people, state = 'available') => {
      for (const person of people) await house.work((work) => staff.setPresence(work, { person, state }))
      await day.hear()
    },
    hear: async () => {
      const tail = await startTail(house.open, [...routing.readers, ...readers])
      await tail.settled()
      await tail.stop()
    },
    ring: async (more = []) => {
      const jobs = startJobs(house.open, [...workers, ...more])
      for (let look = 0; look < 3; look++) await jobs.settled()
      await jobs.stop()
    },
    think: async () => {
      const stage = openStage()
      await day.ring(stage.workers)
      await stage.stop()
    },
    shiftOf: (person) => house.work(async (work) => (await scheduling.shiftsBetween(work, { from: Temporal.Instant.from(at('00:00')), to: Temporal.Instant.from(at('23:00')), people: [person] }))[0]),
  }
  return day
} // prettier-ignore
