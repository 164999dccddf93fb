// Nobody leaves, and no team closes, while they are counted on; nor is anything given to who leaves at that very instant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as staff from '#staff'
import { boolean } from '#base/sql'
import type { Work } from '#base/work'
import { Refused } from '#base/work'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { testOffice, type TestOffice } from './test-office.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code
type Of = { of: cases.CaseFacts['id']; team: boolean }
const asking = (work: Work, office: TestOffice, { of, team }: Of) =>
  ask(work, {
    title: 'Le contrat ?',
    deadline: { minutes: 60 },
    case: of,
    asked: team ? { team: office.legal } : { person: office.emile },
  })

test('who is asked for something does not leave, nor does a team close over it: each is told what to do first', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  await office.work((work) => asking(work, office, { of, team: false }), office.as(office.anna))
  const mine = await office.work((work) => asking(work, office, { of, team: true }), office.as(office.anna))
  await assert.rejects(
    office.work((work) => staff.removePerson(work, { person: office.emile, successor: office.denis })),
    refusedAs('staff.rests_on_person'),
  )
  await assert.rejects(
    office.work((work) => staff.closeTeam(work, { id: office.legal })),
    refusedAs('staff.rests_on_team'),
  )
  await office.work((work) => cancel(work, { id: mine.id, because: 'Réglé.' }), office.as(office.anna))
  await office.work((work) => staff.closeTeam(work, { id: office.legal }))
})

test('asked of a person who leaves, or of a team that closes, at that very instant: it is refused', async () => {
  for (const team of [false, true]) {
    const office = await testOffice()
    const of = await office.arrive()
    const gone = (work: Work): Promise<unknown> =>
      team
        ? staff.closeTeam(work, { id: office.legal })
        : staff.removePerson(work, { person: office.emile, successor: office.denis })
    const given = await whileUnderWay(office, gone, () =>
      office.work((work) => asking(work, office, { of, team }), office.as(office.anna)),
    )
    assert.equal(given, 'refused', team ? 'a team' : 'a person')
  }
})

test('made to work in a case, or offered one, by somebody who leaves at that very instant: it is refused', async () => {
  for (const offer of [false, true]) {
    const office = await testOffice()
    const of = await office.arrive()
    const gone = (work: Work): Promise<unknown> => staff.removePerson(work, { person: office.bruno, successor: office.carla })
    const given = await whileUnderWay(office, gone, () =>
      office.work(
        async (work): Promise<unknown> =>
          offer
            ? await cases.offerHandOver(work, { id: of, to: office.bruno, message: '' })
            : await cases.handle(work, { id: of, person: office.bruno }),
        office.as(office.anna),
      ),
    )
    assert.equal(given, 'refused', offer ? 'offered' : 'made to work')
  }
})

// Who gives finds them still here, and waits behind the commit by which they are gone.
async function whileUnderWay(
  office: TestOffice,
  going: (work: Work) => Promise<unknown>,
  give: () => Promise<unknown>,
): Promise<string> {
  let given: Promise<string> | undefined
  await office.work(async (work) => {
    await going(work)
    let ended = false
    given = give().then(
      () => 'done',
      (error: unknown) => (error instanceof Refused ? 'refused' : String(error)),
    )
    void given.then(() => (ended = true))
    while (!ended && !(await isWaitedFor(work))) await new Promise(setImmediate)
  })
  return await given!
}

const isWaitedFor = async (work: Work): Promise<boolean> =>
  (
    await work.sql.one({ waits: boolean })`
      select exists (select from pg_locks l where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid))) as waits`
  ).waits
