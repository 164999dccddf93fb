import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse, type TestHouse } from '#base/test-database'
import { approveAbsence, declineAbsence } from './answer-absence.ts'
import { cancelAbsence } from './cancel-absence.ts'
import * as contract from './contract.ts'
import { editAbsence } from './edit-absence.ts'
import { goAway } from './go-away.ts'
import { find, standIn } from './index.ts'
import { getAbsence, listAbsences } from './list-absences.ts'
import { listNotices } from './notices.ts'
import { planAbsence } from './plan-absence.ts'
import { getPartTime, setPartTime } from './part-time.ts'
import { addTeam, joinTeam } from './teams.ts'
import { away, person, rejects, welcome } from './test-people.ts'

async function team(house: TestHouse) {
  const [ines, paul, lea] = await welcome(house, 'Inès', 'Paul', 'Léa')
  const north = await house.work((work) => addTeam(work, { name: 'Nord', manager_id: lea! }))
  for (const member of [ines!, paul!]) await house.work((work) => joinTeam(work, { team: north.id, person: member }))
  const manager = person(lea!, ['staff.read', 'absence.approve'], [north.id])
  const isHere = async (at?: string) =>
    (await house.work((work) => standIn(work, ines!, at ? Temporal.Instant.from(at) : undefined)))?.because === 'present'
  const told = async (who: contract.PersonId) =>
    (await house.work((work) => listNotices(work, { limit: 10 }), person(who))).items.map(({ kind }) => kind)
  return { ines: ines!, paul: paul!, lea: lea!, me: person(ines!, ['staff.read']), manager, isHere, told }
}

test('who asks to be away is here until the manager approves; both are told', async () => {
  const house = await testHouse()
  const { ines, lea, paul, me, manager, isHere, told } = await team(house)
  const asked = await house.work((work) => planAbsence(work, away(ines, paul)), me)
  assert.equal(asked.state, 'asked')
  assert.equal(await isHere(), true)
  assert.deepEqual(await told(lea), ['absence.asked'])
  await rejects(
    house.work((work) => approveAbsence(work, { id: asked.id, version: 1 }), me),
    'not_allowed',
  )
  await house.work((work) => approveAbsence(work, { id: asked.id, version: 1 }), manager)
  assert.equal(await isHere(), false)
  assert.deepEqual(await told(ines), ['absence.approved'])
  assert.equal((await house.heard(contract.absencePlanned)).length, 1)
  await rejects(
    house.work((work) => declineAbsence(work, { id: asked.id, version: 2, because: 'Trop tard' }), manager),
    'staff.absence_answered',
  )
})

test('a declined absence says why to who asked, frees the days, and is nobody else’s business', async () => {
  const house = await testHouse()
  const { ines, paul, me, manager, isHere } = await team(house)
  const { id } = await house.work((work) => planAbsence(work, away(ines)), me)
  await house.work((work) => declineAbsence(work, { id, version: 1, because: 'Salon le 24' }), manager)
  assert.equal(await isHere(), true)
  const seenBy = async (who: contract.PersonId) =>
    (await house.work((work) => getAbsence(work, { id }), person(who, ['staff.read']))).because
  assert.deepEqual([await seenBy(ines), await seenBy(paul)], ['Salon le 24', null])
  await house.work((work) => planAbsence(work, away(ines)), me)
  const asked = await house.work((work) => listAbsences(work, { limit: 10, state: 'asked' }), manager)
  assert.deepEqual(
    asked.items.map(({ may }) => may.approve),
    [true],
  )
})

test('two answers at once: one counts', async () => {
  const house = await testHouse()
  const { ines, me, manager } = await team(house)
  const { id } = await house.work((work) => planAbsence(work, away(ines)), me)
  const both = await Promise.allSettled([
    house.work((work) => approveAbsence(work, { id, version: 1 }), manager),
    house.work((work) => declineAbsence(work, { id, version: 1, because: 'Non' }), manager),
  ])
  assert.deepEqual(both.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
})

test('what was approved may be shortened by who asked, not made longer; a sudden absence may', async () => {
  const house = await testHouse()
  const { ines, me, manager } = await team(house)
  const { id } = await house.work((work) => planAbsence(work, away(ines)), me)
  await house.work((work) => approveAbsence(work, { id, version: 1 }), manager)
  const until = (ends_at: string, version: number) => house.work((work) => editAbsence(work, { id, version, ends_at }), me)
  await rejects(until('2026-12-01T00:00:00Z', 2), 'staff.absence_approved')
  assert.deepEqual(await until('2026-11-25T00:00:00Z', 2), { version: 3 })
  await house.work((work) => cancelAbsence(work, { id }), me)
  const sudden = await house.work(
    (work) => goAway(work, { until: '2026-11-20T12:00:00Z', reason: 'sickness', deputy_id: null }),
    me,
  )
  await house.work((work) => editAbsence(work, { id: sudden.id, version: 1, ends_at: '2026-11-21T12:00:00Z' }), me)
})

test('away from now: one deed, the manager is told at once, and coming back ends it without changing what was', async () => {
  const house = await testHouse()
  const { lea, me, isHere, told } = await team(house)
  const { id, state } = await house.work(
    (work) => goAway(work, { until: '2026-11-22T00:00:00Z', reason: 'other', deputy_id: null }),
    me,
  )
  assert.deepEqual([state, await isHere(), await told(lea)], ['approved', false, ['absence.sudden']])
  house.clock.advance({ hours: 2 })
  await house.work((work) => cancelAbsence(work, { id }), me)
  assert.deepEqual([await isHere(), await isHere('2026-11-20T10:00:00Z')], [true, false])
})

test('a sudden absence gives way to the leave that begins meanwhile, and they count as one', async () => {
  const house = await testHouse()
  const { ines, me } = await team(house)
  await house.work((work) => planAbsence(work, away(ines, null, ['2026-11-21T00:00:00Z', '2026-11-30T00:00:00Z'])))
  await house.work((work) => goAway(work, { until: '2026-11-22T00:00:00Z', reason: 'sickness', deputy_id: null }), me)
  const facts = (await house.work((work) => find(work, [ines]))).get(ines)
  assert.equal(String(facts?.absent_until), '2026-11-30T00:00:00Z')
})

test('who does not work on Wednesday afternoons is away then and only then, winter and summer', async () => {
  const house = await testHouse()
  const { ines, paul, isHere } = await team(house)
  const free = [{ weekday: 3, starts_minute: 12 * 60, ends_minute: 1440 }]
  await house.work((work) => setPartTime(work, { person: ines, zone: 'Europe/Paris', deputy_id: paul, free }))
  const wednesdays = ['2026-11-25T10:59:59Z', '2026-11-25T11:00:00Z', '2026-11-25T23:00:00Z', '2027-07-07T09:59:59Z', '2027-07-07T10:00:00Z'] // prettier-ignore
  assert.deepEqual(await Promise.all(wednesdays.map((at) => isHere(at))), [true, false, true, true, false])
  const instead = await house.work((work) => standIn(work, ines, Temporal.Instant.from('2026-11-25T12:00:00Z')))
  assert.equal(instead?.person, paul)
  await rejects(
    house.work((work) =>
      setPartTime(work, {
        person: ines,
        zone: 'Europe/Paris',
        deputy_id: null,
        free: [...free, { ...free[0]!, starts_minute: 0 }],
      }),
    ),
    'staff.part_time_overlaps',
  )
  await house.work((work) =>
    setPartTime(work, { person: ines, zone: 'Europe/Paris', deputy_id: null, free: [], from: '2026-12-01' }),
  )
  assert.deepEqual([await isHere('2026-11-25T12:00:00Z'), await isHere('2026-12-02T12:00:00Z')], [false, true])
  assert.deepEqual((await house.work((work) => getPartTime(work, { person: ines }))).free, [])
})
