// A small house for random histories: who is in it, which cases there are, and what is remembered beside the database, as a second
// bookkeeping that the database's answers are held against.
import * as brands from '#brands'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId, TenantId } from '#base/contract'
import { handClock } from '#base/clock'
import { openDatabase, type Addresses, type Database } from '#base/database'
import { newId } from '#base/id'
import { inWork, system, type Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'
import type { CaseId, ConversationId } from '../contract.ts'

export type Answering = { from: Temporal.Instant; owner: PersonId } // in the order in which it was seen
export type World = {
  addresses: Addresses
  database: Database
  tenant: TenantId
  clock: ReturnType<typeof handClock>
  door: string
  people: PersonId[] // who is here
  joined: number
  cases: { id: CaseId; conversation: ConversationId }[]
  portfolios: string[]
  blockers: string[]
  absences: { id: AbsenceId; person: PersonId }[]
  history: Map<CaseId, Answering[]>
  arrivals: number
}

export const PEOPLE = 5

export async function openWorld(addresses: Addresses): Promise<World> {
  const clock = handClock('2026-11-20T09:00:00Z')
  const world: World = {
    addresses, database: openDatabase(addresses, { server: 4, dispatcher: 1 }), tenant: newId<'tenant'>(clock.now()), clock, door: '', people: [], joined: 0, cases: [],
    portfolios: [], blockers: [], absences: [], history: new Map(), arrivals: 0,
  } // prettier-ignore
  for (let n = 0; n < PEOPLE; n++) await inHouse(world, (work) => join(world, work))
  const brand = await inHouse(world, (work) => brands.addBrand(work, { name: 'Atelier' }))
  const door = await inHouse(world, (work) =>
    brands.addEntryPoint(work, { brand_id: brand.id, kind: 'form', name: 'Formulaire', duty_person_id: world.people[0]!, address: null }),
  ) // prettier-ignore
  world.door = door.id
  return world
}

/** A server that is stopped and started: nothing of it stays but what the database has. */
export async function restart(world: World): Promise<void> {
  await world.database.close()
  world.database = openDatabase(world.addresses, { server: 4, dispatcher: 1 })
}

export const inHouse = <Result>(world: World, body: (work: Work) => Promise<Result>, actor: Actor = system('history')) =>
  inWork({ database: world.database, clock: world.clock }, { tenant: world.tenant, actor }, body)

export const as = (person: PersonId): Actor => ({
  kind: 'person',
  id: person,
  permissions: new Set(permissionNames),
  scope: { teams: null, brands: null },
})

export async function join(world: World, work: Work): Promise<void> {
  const n = ++world.joined
  const email = `p${n}-${world.tenant}@histories.example`
  const { id } = await staff.addPerson(work, { name: `P${n}`, email, language: 'fr', roles: ['team_manager'] })
  world.people.push(id)
}
