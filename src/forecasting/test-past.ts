// A house for tests: a director, a mailbox, people who write; and files of a made-up past.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startJobs } from '#base/jobs'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Filed } from '#cases/contract'
import { openStage } from './runs/stage.ts'
import { workers } from './listen.ts'

export type TestPast = TestHouse & {
  flow: Actor
  director: PersonId
  write(name: string): Promise<Filed>
  answer(filed: Filed): Promise<void>
  jobs(): Promise<void> // all that is due is done
}

export async function testPast(start = '2026-11-16T08:00:00Z'): Promise<TestPast> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const director = (
    await house.work((work) =>
      staff.addPerson(work, { name: 'Marc', email: `marc-${unique}@past.example`, language: 'fr', roles: ['agent'] }),
    )
  ).id
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: director, address: `contact-${unique}@past.example` }),
  ) // prettier-ignore
  const flow: Actor = {
    kind: 'person',
    id: director,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  }
  let count = 0
  return {
    ...house,
    flow,
    director,
    write: (name) =>
      house.work((work) =>
        cases.receive(work, {
          source: `test:${++count}`, entry_point: door, at: work.now, text: 'Bonjour', visible_text: 'Bonjour', channel: 'email', kind: 'message', sent_at: null,
          from: { name, address: `${name}@client.example` }, identity: { kind: 'email', value: `${name}-${unique}@client.example` }, to: [], cc: [], more_recipients: 0, answer_to: [],
          subject: 'Ma commande', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
        }),
      ),
    answer: async (filed) => void (await house.work((work) => cases.reply(work, { id: filed.case, text: 'Voilà.', cc: [], uploads: [], undo_seconds: 0, close: false }), flow)),
    jobs: async () => {
      const stage = openStage()
      const running = startJobs(house.open, [...workers, ...stage.workers])
      await running.settled()
      await running.stop()
      await stage.stop()
    },
  } // prettier-ignore
}

/** Weeks of half hours until a Monday: calls from eight to six on weekdays, more in the morning, and a little of chance that is always the same. */
export function madeUpCalls(monday: string, weeks: number): string {
  const first = Temporal.PlainDate.from(monday).subtract({ weeks })
  const lines = ['at;appels;dmt']
  for (let day = 0; day < weeks * 7; day++) {
    const date = first.add({ days: day })
    if (date.dayOfWeek > 5) continue
    for (let slot = 0; slot < 20; slot++) {
      const calls = Math.round(20 + 12 * Math.sin((slot / 20) * Math.PI) + 3 * (6 - date.dayOfWeek) + ((day * 7 + slot * 13) % 5))
      lines.push(
        `${date.toString()} ${String(8 + Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'};${calls};300`,
      )
    }
  }
  return lines.join('\n')
}
