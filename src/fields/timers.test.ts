import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import { startJobs, type Jobs } from '#base/jobs'
import { dateReminded } from './contract.ts'
import { told } from '#staff/contract'
import { editField } from './edit-field.ts'
import { fillIn } from './fill-in.ts'
import { retireField } from './retire-field.ts'
import { fieldHouse, type FieldHouse } from './test-house.ts'
import { workers } from './workers.ts'

const renewal = { working_days: 60, way: 'open', what: { fr: 'Renouveler le contrat', en: 'Renew the contract' } } as const

async function withClock(house: FieldHouse, act: (jobs: Jobs) => Promise<void>): Promise<void> {
  const jobs = startJobs(house.open, workers)
  try {
    await act(jobs)
  } finally {
    await jobs.stop()
  }
}

// What is put off runs again only when the office looks again.
async function until(house: FieldHouse, jobs: Jobs, instant: string): Promise<void> {
  house.clock.set(instant)
  await jobs.settled()
  await jobs.settled()
}

const spoken = async (house: FieldHouse) => (await house.heard(dateReminded)).map(({ date, opened }) => [date, opened !== null])
const openCases = (house: FieldHouse) => house.work((work) => cases.list(work, { status: 'open', limit: 50 }), house.director)

test('sixty working days before a contract ends a case is opened in the hands of who answers for the customer, once', async () => {
  const house = await fieldHouse()
  await house.work(
    (work) => customers.setPointOfContact(work, { of: { customer: house.customer }, person: house.bruno }),
    house.director,
  )
  house.clock.advance({ minutes: 1 })
  const field = await house.field({ subject: 'customer', kind: 'date', remind: renewal }, 'Fin de contrat')
  const filled = await house.work(
    (work) => fillIn(work, { field: field.id, of: house.customer, value: '2027-03-31' }),
    house.agent,
  )
  assert.equal(filled.remind_at, '2027-01-05T08:00:00Z', 'sixty working days, Christmas, New Year and Easter Monday apart')
  await withClock(house, async (jobs) => {
    await until(house, jobs, '2027-01-05T07:59:59Z')
    assert.deepEqual(await spoken(house), [])
    for (const later of ['2027-01-05T08:00:00Z', '2027-01-05T08:00:01Z', '2027-01-04T08:00:00Z', '2027-02-01T08:00:00Z'])
      await until(house, jobs, later)
    assert.deepEqual(await spoken(house), [['2027-03-31', true]])
  })
  const { items } = await openCases(house)
  assert.deepEqual(items.map(({ subject, owner }) => [subject, owner.id]), [['Renouveler le contrat · Camille Martin · 31 mars 2027', house.bruno]]) // prettier-ignore
  assert.deepEqual(
    (await house.heard(told)).map(({ person, kind }) => [person, kind]),
    [[house.bruno, 'field.reminded']],
  )
})

test('a server that slept through the moment, and two that wake together, still speak once', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'customer', kind: 'date', remind: renewal })
  await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: '2027-03-31' }), house.agent)
  house.clock.set('2027-04-15T09:00:00Z')
  await withClock(house, async (one) => {
    await withClock(house, async (two) => {
      await Promise.all([one.settled(), two.settled()])
      await Promise.all([one.settled(), two.settled()])
    })
  })
  assert.deepEqual(await spoken(house), [['2027-03-31', true]])
  assert.equal((await openCases(house)).items.length, 1)
})

test('a date that moves speaks for the new one; the same one written again, an emptied one and a retired field say nothing', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'customer', kind: 'date', remind: { ...renewal, working_days: 0, way: 'tell' } })
  const fill = (value: string | null) =>
    house.work((work) => fillIn(work, { field: field.id, of: house.customer, value }), house.agent)
  await withClock(house, async (jobs) => {
    await fill('2026-11-24')
    await fill('2026-11-26')
    await until(house, jobs, '2026-11-25T12:00:00Z')
    assert.deepEqual(await spoken(house), [])
    await until(house, jobs, '2026-11-26T08:00:00Z')
    assert.deepEqual(await spoken(house), [['2026-11-26', false]])
    await fill(null)
    await fill('2026-11-26')
    await until(house, jobs, '2026-11-27T12:00:00Z')
    await fill('2026-12-01')
    await house.work((work) => retireField(work, { id: field.id }), house.director)
    await until(house, jobs, '2026-12-02T12:00:00Z')
  })
  assert.equal((await spoken(house)).length, 1)
})

test('a field that asks to be reminded afterwards, or otherwise, sets the clocks of the dates it has', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'customer', kind: 'date' })
  await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: '2026-12-01' }), house.agent)
  await withClock(house, async (jobs) => {
    const remind = { ...renewal, working_days: 1, way: 'tell' as const }
    await house.work((work) => editField(work, { id: field.id, version: 1, remind }), house.director)
    await jobs.settled()
    await until(house, jobs, '2026-11-30T07:59:00Z')
    assert.deepEqual(await spoken(house), [])
    await until(house, jobs, '2026-11-30T08:00:00Z')
  })
  assert.deepEqual(await spoken(house), [['2026-12-01', false]])
})

test('a day long past is history and says nothing; one so near that its moment is past speaks at once', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'customer', kind: 'date', remind: renewal })
  await withClock(house, async (jobs) => {
    await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: '2026-11-19' }), house.agent)
    await jobs.settled()
    assert.deepEqual(await spoken(house), [])
    await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: '2026-11-30' }), house.agent)
    await jobs.settled()
  })
  assert.deepEqual(await spoken(house), [['2026-11-30', true]])
})
