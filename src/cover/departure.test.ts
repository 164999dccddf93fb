import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { startJobs } from '#base/jobs'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import * as handovers from '#handovers'
import { testDesk, type Desk } from './test-desk.ts'
import type { Departure } from './contract.ts'
import { beginDeparture } from './departure/begin.ts'
import { acceptInTheirPlace, callOff, finishDeparture } from './departure/finish.ts'
import { passPart, split } from './departure/pass.ts'
import { showDeparture } from './departure/show.ts'

const begin = (desk: Desk): Promise<Departure> =>
  desk.work((work) => beginDeparture(work, { person: desk.anna, last_day: '2026-12-18' }), desk.as(desk.diane))
const rests = ({ resting }: Departure) => resting.map(({ kind, count, offered }) => [kind, count, offered])
const jobsOf = async (desk: Desk): Promise<void> => {
  const jobs = startJobs(desk.open, handovers.workers)
  for (let left = 12; left > 0; left--) await jobs.settled()
  await jobs.stop()
}

test('nobody leaves while anything rests on them; a manager accepts in the place of who does not answer', async () => {
  const desk = await testDesk()
  const { case: id, customer } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  await desk.work((work) => customers.setPointOfContact(work, { of: { customer: customer as CustomerId }, person: desk.anna }))
  const { id: team } = await desk.work((work) => staff.addTeam(work, { name: 'Retours', manager_id: desk.anna }))
  desk.clock.advance({ hours: 1 })
  const departure = await begin(desk)
  assert.deepEqual(rests(departure), [['contact', 1, 0], ['case', 1, 0], ['team', 1, 0]]) // prettier-ignore
  const finish = () =>
    desk.work((work) => finishDeparture(work, { id: departure.id, successor: desk.bruno }), desk.as(desk.diane))
  await assert.rejects(finish(), /rests_still/)
  const give = (kinds: string[]) =>
    desk.work(
      (work) => passPart(work, { id: departure.id, kinds, to: { person: desk.bruno }, message: '', introduce: true }),
      desk.as(desk.diane),
    )
  assert.deepEqual(rests(await give(['team'])), [['contact', 1, 0], ['case', 1, 0]]) // prettier-ignore
  assert.deepEqual(rests(await give(['contact', 'case'])), [['contact', 1, 1], ['case', 1, 1], ['handling', 0, 0]].slice(0, 2)) // prettier-ignore
  await assert.rejects(finish(), /rests_still/, 'offered is not accepted')
  const cleared = await desk.work(
    (work) => acceptInTheirPlace(work, { id: departure.id, because: 'Convenu en réunion.' }),
    desk.as(desk.diane),
  )
  assert.deepEqual([cleared.left, cleared.may_finish], [0, true])
  assert.ok((await finish()).finished_at)
  assert.equal((await desk.work((work) => cases.facts(work, [id]))).get(id)?.owner_id, desk.bruno)
  assert.equal((await desk.work((work) => staff.teamsNamed(work, [team]))).get(team)?.manager, desk.bruno)
  assert.equal((await desk.work((work) => staff.find(work, [desk.anna]))).get(desk.anna)?.active, false)
})

test('cases are shared out over a team evenly, each customer whole, and beginning again goes on where it was', async () => {
  const desk = await testDesk()
  const names = ['Ada', 'Ada', 'Ada', 'Bea', 'Bea', 'Cleo', 'Dora']
  const filed: CaseId[] = []
  for (const name of names) filed.push((await desk.write(`${name} Client`, 'Où en est ma commande ?')).case)
  const { id: team } = await desk.work((work) => staff.addTeam(work, { name: 'Sud', manager_id: desk.diane }))
  for (const person of [desk.bruno, desk.chloe]) await desk.work((work) => staff.joinTeam(work, { team, person }))
  const { id } = await begin(desk)
  const seen = await desk.work((work) => split(work, { id, kinds: ['case'], to: { team } }), desk.as(desk.diane))
  assert.deepEqual(
    seen.shares.map(({ things }) => things).toSorted((a, b) => a - b),
    [3, 4],
  )
  await desk.work(
    (work) => passPart(work, { id, kinds: ['case'], to: { team }, message: '', introduce: false }),
    desk.as(desk.diane),
  )
  assert.equal((await begin(desk)).id, id)
  await desk.work((work) => acceptInTheirPlace(work, { id, because: 'Réunion du 20.' }), desk.as(desk.diane))
  await jobsOf(desk)
  assert.equal((await desk.work((work) => showDeparture(work, id), desk.as(desk.diane))).left, 0)
  const owners = await desk.work((work) => cases.facts(work, filed))
  const ada = filed.slice(0, 3).map((each) => owners.get(each)!.owner_id)
  assert.equal(new Set(ada).size, 1, 'one customer, one person')
})

test('who stays after all keeps what nobody has accepted', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Camille Martin', 'Où en est ma commande ?')
  const departure = await begin(desk)
  await desk.work(
    (work) => passPart(work, { id: departure.id, kinds: ['case'], to: { person: desk.bruno }, message: '', introduce: true }),
    desk.as(desk.diane),
  )
  await desk.work((work) => callOff(work, { id: departure.id }), desk.as(desk.diane))
  assert.equal((await desk.work((work) => cases.facts(work, [id]))).get(id)?.owner_id, desk.anna)
  await assert.rejects(
    desk.work((work) => finishDeparture(work, { id: departure.id, successor: desk.bruno }), desk.as(desk.diane)),
    /departure.over/,
  )
})
