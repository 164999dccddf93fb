// Routing live: 200 people, 2,000 calls in a burst, on a PostgreSQL that writes to its disk. Every arrival, acceptance and end is a unit of work of its
// own, as its request would be. Beside it the least that could do the same: one row read and one row written, in one transaction.
import { rmSync } from 'node:fs'
import * as cases from '#cases'
import * as routing from '#routing'
import * as staff from '#staff'
import * as brands from '#brands'
import { permissionNames } from '#access/contract'
import { wallClock } from '#base/clock'
import type { Actor, PersonId } from '#base/contract'
import { openDatabase } from '#base/database'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { migrate } from '#base/migrate'
import { startPostgres } from '#base/postgres/start'
import { inWork, system, type Open, type Work } from '#base/work'
import { itemFactsShape, rulebookShape, type Offered } from '#routing/contract'
import { percentile, type Figure, type Measure } from './figures.ts'
import { newFolder } from './world/house.ts'

const PEOPLE = 200
const ITEMS = 2_000
const AT_ONCE = 8

export const routingLive: Measure = {
  name: 'routing-live',
  title: 'routing, live',
  run: async ({ say }) => {
    const folder = newFolder()
    const postgres = await startPostgres({ directory: folder })
    const [owner, server, dispatcher] = ['guichet', 'guichet_server', 'guichet_dispatcher'].map((role) => postgres.address(role)) // three roles, three addresses
    await migrate(owner!)
    const database = openDatabase({ owner: owner!, server: server!, dispatcher: dispatcher! })
    try {
      return await measure(await openCentre({ database, clock: wallClock }, say), say)
    } finally {
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Centre = { open: Open; tenant: ReturnType<typeof newId<'tenant'>>; people: PersonId[]; brand: string; door: string }
const within = <Result>(
  { open, tenant }: Pick<Centre, 'open' | 'tenant'>,
  body: (work: Work) => Promise<Result>,
  actor: Actor = system('bench'),
) => inWork(open, { tenant, actor }, body)
const as = (id: PersonId): Actor => ({
  kind: 'person',
  id,
  permissions: new Set(permissionNames),
  scope: { teams: null, brands: null },
})

async function openCentre(open: Open, say: (sentence: string) => void): Promise<Centre> {
  say(`  ${PEOPLE} people come`)
  const tenant = newId<'tenant'>(open.clock.now())
  const people: PersonId[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const { id } = await within({ open, tenant }, (work) => staff.addPerson(work, { name: `Agent ${n}`, email: `agent${n}@bench.example`, language: 'fr', roles: ['agent'] }))
    await within({ open, tenant }, (work) => staff.setPresence(work, { person: id, state: 'available' }))
    people.push(id)
  }
  const { id: brand } = await within({ open, tenant }, (work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await within({ open, tenant }, (work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: people[0]!, address: 'contact@bench.example' }))
  const document = rulebookShape.parse({ queues: [{ key: 'calls', takes: { channels: ['phone'] }, offer: { rings_s: 600 } }, { key: 'mail', offer: { rings_s: 600 } }] })
  await within({ open, tenant }, (work) => routing.makeVersion(work, { title: 'Bench', in_force: true, document }))
  const centre = { open, tenant, people, brand, door }
  await hear(centre)
  return centre
} // prettier-ignore

async function hear({ open }: Centre): Promise<void> {
  const tail = await startTail(open, routing.readers)
  await tail.settled()
  await tail.stop()
}

async function measure(centre: Centre, say: (sentence: string) => void): Promise<Figure[]> {
  say(`  ${ITEMS} calls`)
  const facts = itemFactsShape.parse({ channel: 'phone', brand: centre.brand })
  const arrive = () =>
    within(centre, (work) => routing.addItem(work, { title: 'Appel', case_id: null, facts, due_at: null, keeps_place_of: null }))
  for (let n = 0; n < 50; n++) await arrive() // warm
  const arrivals = await timed(
    Array.from({ length: ITEMS - 50 }, () => arrive),
    AT_ONCE,
  )
  say('  they are taken and done')
  const served = await serve(centre)
  say(`  ${PEOPLE} people accept at once`)
  const burst = await acceptAtOnce(centre, arrive)
  const bare = await bareFloor(centre)
  say(`  ${ITEMS} mails are heard together`)
  const heard = await hearMails(centre)
  return [
    { what: 'a call arrives: kept, decided, offered, committed', value: arrivals.each, unit: 'ms', floor: bare, note: `${Math.round(1_000 / arrivals.each)} a second, ${AT_ONCE} at once on one house; p95 ${percentile(arrivals.all, 0.95).toFixed(0)} ms` },
    { what: 'a call is taken, done, and the next one offered: two requests', value: served.each, unit: 'ms', note: `${Math.round(2_000 / served.each)} steps a second; p95 of one ${percentile(served.all, 0.95).toFixed(0)} ms` },
    { what: `${PEOPLE} people accept in the same moment: the last of them has it`, value: burst.last, unit: 'ms', note: `half of them within ${percentile(burst.all, 0.5).toFixed(0)} ms; one server with its twelve connections` },
    { what: 'mails of the journal become offered or waiting work', value: heard, unit: 'a second', note: `${ITEMS} of them, several hundred a step` },
  ] // prettier-ignore
}

type Timed = { each: number; all: number[] } // ms
async function timed(tasks: readonly (() => Promise<unknown>)[], atOnce: number): Promise<Timed> {
  const all: number[] = []
  const began = performance.now()
  let next = 0
  const line = async (): Promise<void> => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const from = performance.now()
      await task()
      all.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return { each: (performance.now() - began) / tasks.length, all }
}

// Everybody takes what they are offered and is done at once, until nothing is left.
async function serve(centre: Centre): Promise<Timed> {
  const all: number[] = []
  let done = 0
  const began = performance.now()
  const line = async (from: number): Promise<void> => {
    for (let idle = 0, at = from; idle < centre.people.length; at += AT_ONCE) {
      const person = centre.people[at % centre.people.length]!
      const [offer] = await offersOf(centre, person)
      idle = offer ? 0 : idle + AT_ONCE
      if (!offer) continue
      for (const act of [(work: Work) => routing.accept(work, { id: offer.id }), (work: Work) => routing.finishItem(work, { id: offer.item.id })]) {
        const since = performance.now()
        await within<unknown>(centre, act, as(person))
        all.push(performance.now() - since)
      }
      done++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => line(n)))
  return { each: (performance.now() - began) / done, all }
} // prettier-ignore

// Everybody is offered one, and all of them say yes together: the line behind the house's row.
async function acceptAtOnce(centre: Centre, arrive: () => Promise<unknown>): Promise<{ last: number; all: number[] }> {
  for (let n = 0; n < centre.people.length; n++) await arrive()
  const offered = await Promise.all(centre.people.map(async (person) => ({ person, offer: (await offersOf(centre, person))[0] })))
  const began = performance.now()
  const all = await Promise.all(
    offered.map(async ({ person, offer }) => {
      if (offer) await within(centre, (work) => routing.accept(work, { id: offer.id }), as(person))
      return performance.now() - began
    }),
  )
  return { last: Math.max(...all), all }
}

const offersOf = async (centre: Centre, person: PersonId): Promise<Offered[]> =>
  (await within(centre, (work) => routing.listMyOffers(work), as(person))).items

async function hearMails(centre: Centre): Promise<number> {
  for (let n = 0; n < ITEMS; n++)
    await within(centre, (work) => cases.receive(work, { ...MAIL, source: `bench:${n}`, subject: `Commande ${n}`, identity: { kind: 'email', value: `c${n}@client.example` }, entry_point: centre.door, at: work.now })) // prettier-ignore
  const began = performance.now()
  await hear(centre)
  return ITEMS / ((performance.now() - began) / 1_000)
}

const MAIL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [],
  text: 'Où en est ma commande ?', visible_text: 'Où en est ma commande ?', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} satisfies Partial<Parameters<typeof cases.receive>[1]> // prettier-ignore

async function bareFloor(centre: Centre): Promise<number> {
  const one = () =>
    within(centre, async (work) => {
      await work.sql.run`select 1 from base.event where tenant_id = ${work.tenant} order by seq desc limit 1`
      await work.sql
        .run`insert into base.event (tenant_id, name, at, actor_kind, actor_id, payload) values (${work.tenant}, 'bench.bare', ${work.now}, 'system', 'bench', '{}')`
    })
  return (await timed(Array.from({ length: 1_000 }, () => one), 1)).each // prettier-ignore
}
