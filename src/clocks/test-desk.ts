// A small centre for tests: Anna answers for the cases, Bruno stands in, Chloe manages their team, Denis directs; a door open from Monday to
// Friday from 9 to 18 in Paris; customers who write; the readers and the timers of clocks as the server runs them.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import { startJobs, type Jobs } from '#base/jobs'
import { startTail, type Tail } from '#base/journal'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { CalendarId } from '#calendars/contract'
import type { Arrival, CaseId, ConversationId, Filed, InteractionId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { readers, workers } from './index.ts'

export type TestDesk = TestHouse & {
  anna: PersonId
  bruno: PersonId
  chloe: PersonId
  denis: PersonId
  brand: string
  door: string
  calendar: CalendarId
  team: TeamId
  as(person: PersonId): Actor
  write(wish?: Partial<Arrival>): Promise<Filed>
  ask(wish?: Partial<Arrival>): Promise<CaseId>
  answer(of: CaseId, text?: string): Promise<InteractionId>
  hear(): Promise<void>
  until(instant: string): Promise<void>
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function testDesk(start = '2026-11-20T09:00:00Z'): Promise<TestDesk> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string, role: 'agent' | 'team_manager' | 'director', deputy_id: PersonId | null = null): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: [role], deputy_id })).id) // prettier-ignore
  const [denis, chloe, bruno] = [await add('Denis', 'director'), await add('Chloé', 'team_manager'), await add('Bruno', 'agent')]
  const anna = await add('Anna', 'agent', bruno)
  const team = (await house.work((work) => staff.addTeam(work, { name: 'Service', manager_id: chloe }))).id
  for (const person of [anna, bruno]) await house.work((work) => staff.joinTeam(work, { team, person }))
  const { id: calendar } = await house.work((work) =>
    calendars.addCalendar(work, { name: 'Heures de bureau', zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR', good_friday: false }),
  ) // prettier-ignore
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id: calendar, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  const desk: TestDesk = {
    ...house, anna, bruno, chloe, denis, brand, door, calendar, team, as: agent,
    write: (wish) => house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, ...wish })),
    ask: async (wish) => (await desk.write(wish)).case,
    answer: async (of, text = 'Elle part demain.') => (await house.work((work) => cases.reply(work, { id: of, text, cc: [], uploads: [], undo_seconds: 0, close: false }), agent(anna))).id,
    hear: async () => await withTail(desk, async (tail) => await tail.settled()),
    until: async (instant) => {
      desk.clock.set(instant)
      await withClocks(desk, async (jobs) => await settle(jobs))
    },
  } // prettier-ignore
  return desk
}

// What is put off runs again only when the office looks again.
export async function settle(jobs: Jobs): Promise<void> {
  for (let look = 0; look < 3; look++) await jobs.settled()
}

export async function withClocks<Result>(desk: TestDesk, act: (jobs: Jobs) => Promise<Result>): Promise<Result> {
  const jobs = startJobs(desk.open, workers)
  try {
    return await act(jobs)
  } finally {
    await jobs.stop()
  }
}

export async function withTail<Result>(desk: TestDesk, act: (tail: Tail) => Promise<Result>): Promise<Result> {
  const tail = await startTail(desk.open, readers)
  try {
    return await act(tail)
  } finally {
    await tail.stop()
  }
}

/** Another message of the customer's in a conversation there is. */
export const goingOn = (filed: Filed): Partial<Arrival> => ({ answers: filed.conversation as ConversationId, certain: true })

const agent: TestDesk['as'] = (id) => ({
  kind: 'person',
  id,
  permissions: new Set(permissionNames),
  scope: { teams: null, brands: null },
})

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', text: 'Où en est ma commande ?',
  visible_text: 'Où en est ma commande ?', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Arrival> // prettier-ignore
