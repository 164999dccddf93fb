// A small centre for tests: three agents and their manager, a door open from Monday to Friday, and customers who write.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames, type Permission } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startJobs, type Jobs } from '#base/jobs'
import { startTail } from '#base/journal'
import { readers, workers } from '#handovers'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Arrival, Filed } from '#cases/contract'
import { told } from '#staff/contract'

export type Desk = TestHouse & {
  anna: PersonId
  bruno: PersonId
  chloe: PersonId
  diane: PersonId // leads the others
  as(person: PersonId, less?: readonly Permission[]): Actor
  write(from: string, text: string, more?: Partial<Arrival>): Promise<Filed>
  told(person: PersonId): Promise<string[]>
  run(act: (jobs: Jobs) => Promise<void>): Promise<void> // with the clocks running and the journal heard
  hear(): Promise<void>
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function testDesk(start = '2026-11-20T09:00:00Z'): Promise<Desk> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno, chloe, diane] = [await add('Anna'), await add('Bruno'), await add('Chloé'), await add('Diane')]
  const { id: team } = await house.work((work) => staff.addTeam(work, { name: 'Nord', manager_id: diane }))
  for (const person of [anna, bruno, chloe]) await house.work((work) => staff.joinTeam(work, { team, person }))
  const { id: calendar_id } = await house.work((work) =>
    calendars.addCalendar(work, { name: 'Bureau', zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR', good_friday: false }),
  ) // prettier-ignore
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  const write: Desk['write'] = (from, text, more = {}) =>
    house.work((work) =>
      cases.receive(work, {
        ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, text, visible_text: text,
        from: { name: from, address: `${from.toLowerCase().replaceAll(' ', '.')}@client.example` }, identity: { kind: 'email', value: `${from.toLowerCase().replaceAll(' ', '.')}@client.example` }, ...more,
      }),
    ) // prettier-ignore
  const hear = async (): Promise<void> => {
    const tail = await startTail(house.open, readers)
    await tail.settled()
    await tail.stop()
  }
  return {
    ...house, anna, bruno, chloe, diane, as, write, hear,
    told: async (person) => {
      const mine = (await house.heard(told)).filter((each) => each.person === person).map(({ notice }) => notice)
      const found = await house.work((work) => staff.noticesById(work, mine))
      return found.map(({ fr }) => fr)
    },
    run: async (act) => {
      const jobs = startJobs(house.open, workers)
      try {
        await act(jobs)
      } finally {
        await jobs.stop()
      }
    },
  } // prettier-ignore
}

const as: Desk['as'] = (id, less = []) => ({
  kind: 'person', id, permissions: new Set(permissionNames.filter((name) => !less.includes(name))), scope: { teams: null, brands: null },
}) // prettier-ignore

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Arrival> // prettier-ignore
