import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#base/test-database'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import * as contract from './contract.ts'
import { addCalendar } from './add-calendar.ts'
import { closeCalendar } from './close-calendar.ts'
import { editCalendar } from './edit-calendar.ts'
import { calendar, getOpening, isKept, listCalendars, listHolidays } from './find.ts'

const rejects = (work: Promise<unknown>, code: string): Promise<void> =>
  assert.rejects(work, { message: new RegExp(`^${code}: `) })
const office = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens_minute: 540, closes_minute: 720 },
  { weekday, opens_minute: 780, closes_minute: 1080 },
])

test('opening hours are read back as they were set, in order', async () => {
  const house = await testHouse()
  const exceptions = [
    {
      day: '2026-12-24',
      name: 'Veille de Noël',
      ranges: [
        { opens_minute: 840, closes_minute: 960 },
        { opens_minute: 540, closes_minute: 720 },
      ],
    },
    { day: '2026-08-15', name: '', ranges: [] },
  ]
  const { id } = await house.work((work) =>
    addCalendar(work, { name: 'Bureau', weekly: office.toReversed(), exceptions, holidays: 'FR-AM', good_friday: true }),
  )
  const kept = await house.work((work) => calendar(work, id))
  assert.deepEqual(kept, {
    id, name: 'Bureau', zone: 'Europe/Paris', weekly: office, holidays: 'FR-AM', good_friday: true, version: 1,
    exceptions: [exceptions[1], { ...exceptions[0], ranges: exceptions[0]?.ranges.toReversed() }],
  }) // prettier-ignore
  contract.calendarShape.parse(kept)
})

test('is it open now, and until when?', async () => {
  const house = await testHouse('2026-11-20T09:00:00Z') // a Friday, 10:00 in Paris
  const { id } = await house.work((work) => addCalendar(work, { name: 'Bureau', weekly: office }))
  const opening = (at?: string) => house.work((work) => getOpening(work, { id, at }))
  assert.deepEqual(await opening(), { open: true, changes_at: '2026-11-20T11:00:00Z' })
  assert.deepEqual(await opening('2026-11-20T18:00:00Z'), { open: false, changes_at: '2026-11-23T08:00:00Z' })
  const { id: closed } = await house.work((work) => addCalendar(work, { name: 'Fermé', weekly: [] }))
  assert.deepEqual(await house.work((work) => getOpening(work, { id: closed })), { open: false, changes_at: null })
})

test('hours changed in part keep the rest; of two changes of one version the second gets both back', async () => {
  const house = await testHouse()
  const { id } = await house.work((work) =>
    addCalendar(work, { name: 'Bureau', weekly: office, exceptions: [{ day: '2026-12-24', name: 'x', ranges: [] }] }),
  )
  assert.deepEqual(await house.work((work) => editCalendar(work, { id, version: 1, weekly: office.slice(0, 2) })), { version: 2 })
  const kept = await house.work((work) => calendar(work, id))
  assert.deepEqual([kept?.weekly.length, kept?.exceptions.length, kept?.version], [2, 1, 2])
  await rejects(
    house.work((work) => editCalendar(work, { id, version: 1, weekly: [] })),
    'stale',
  )
  assert.equal((await house.work((work) => calendar(work, id)))?.weekly.length, 2)
  assert.deepEqual(await house.heard(contract.calendarChanged), [
    { calendar: id, version: 1 },
    { calendar: id, version: 2 },
  ])
})

test('a calendar put away is offered no more, and what uses it still reads it', async () => {
  const house = await testHouse()
  const { id } = await house.work((work) => addCalendar(work, { name: 'Bureau', weekly: office }))
  await house.work((work) => closeCalendar(work, { id }))
  assert.deepEqual((await house.work((work) => listCalendars(work, { limit: 10 }))).items, [])
  assert.equal((await house.work((work) => calendar(work, id)))?.name, 'Bureau')
  assert.equal(await house.work((work) => isKept(work, id)), false)
  await rejects(
    house.work((work) => editCalendar(work, { id, version: 2, name: 'x' })),
    'not_found',
  )
  await house.work((work) => addCalendar(work, { name: 'Bureau', weekly: [] })) // its name is free again
  await rejects(
    house.work((work) => addCalendar(work, { name: 'BUREAU', weekly: [] })),
    'calendars.name_taken',
  )
})

test('calendars are paged, each once, and another tenant sees none', async () => {
  const [house, other] = [await testHouse(), await testHouse()]
  for (const name of ['a', 'b', 'c']) {
    await house.work((work) => addCalendar(work, { name, weekly: [] }))
    house.clock.advance({ seconds: 1 })
  }
  const first = await house.work((work) => listCalendars(work, { limit: 2 }))
  const second = await house.work((work) => listCalendars(work, { limit: 2, cursor: first.next ?? undefined }))
  assert.deepEqual(
    [...first.items, ...second.items].map(({ name }) => name),
    ['a', 'b', 'c'],
  )
  assert.equal(second.next, null)
  assert.equal(await other.work((work) => calendar(work, first.items[0]!.id)), undefined)
  assert.equal((await other.work((work) => listCalendars(work, { limit: 2 }))).items.length, 0)
})

test('what makes no sense is refused at the door', () => {
  const refused = (more: object): boolean => {
    try {
      contract.addCalendar.input.parse({ name: 'x', weekly: [], ...more })
      return false
    } catch {
      return true
    }
  }
  const range = { weekday: 1, opens_minute: 540, closes_minute: 720 }
  assert.equal(refused({ weekly: [range], zone: 'Pacific/Noumea' }), false)
  assert.deepEqual(
    [
      { zone: 'Europe/Lutetia' },
      { weekly: [{ ...range, closes_minute: 540 }] },
      { weekly: [{ ...range, closes_minute: 540 + 1441 }] },
      { weekly: [range, range] },
      { exceptions: [{ day: '2026-02-30', ranges: [] }] },
      {
        exceptions: [
          { day: '2026-02-28', ranges: [] },
          { day: '2026-02-28', ranges: [] },
        ],
      },
      { holidays: 'XX' },
    ].map(refused),
    [true, true, true, true, true, true, true],
  )
})

test('an agent reads calendars and does not change them', async () => {
  const house = await testHouse()
  const person = newId<'person'>(house.clock.now()) as PersonId
  const agent: Actor = {
    kind: 'person',
    id: person,
    permissions: new Set(['calendar.read']),
    scope: { teams: null, brands: null },
  }
  await rejects(
    house.work((work) => addCalendar(work, { name: 'x', weekly: [] }), agent),
    'not_allowed',
  )
  const { items } = await house.work((work) => listHolidays(work, { region: 'RE', year: 2026 }), agent)
  assert.equal(items.length, 12)
})
