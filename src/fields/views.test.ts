import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import type { CaseId } from '#cases/contract'
import { changeView } from './change-view.ts'
import { filterShape, type Condition, type NewView, type View } from './contract.ts'
import { countViews } from './count-views.ts'
import { fillIn } from './fill-in.ts'
import { listViews } from './list-views.ts'
import { retireView } from './retire-view.ts'
import { saveView } from './save-view.ts'
import { fieldHouse, type FieldHouse } from './test-house.ts'
import { tryView, viewCases } from './view-cases.ts'

const view = (given: Omit<Partial<NewView>, 'filter'> & { filter?: Partial<View['filter']> }): NewView => ({
  name: 'À suivre', shared: false, columns: ['customer', 'owner'], sort: { by: 'last', down: true }, in_rail: true, ...given,
  filter: filterShape.parse({ status: 'all', ...given.filter }),
}) // prettier-ignore

async function seen(house: FieldHouse, given: NewView, limit = 3): Promise<CaseId[]> {
  const found: CaseId[] = []
  let cursor: string | undefined
  for (let page = 0; page < 50; page++) {
    const { items, next } = await house.work((work) => tryView(work, { ...given, cursor, limit }), house.director)
    assert.ok(items.length <= limit)
    found.push(...items.map(({ id }) => id))
    if (!next) return found
    cursor = next
  }
  throw new Error('a list without an end')
}

const is = (field: Condition['field'], value: Condition['value']): Condition => ({ field, test: 'is', value })

test('a view finds cases by what was filled in, along pages that neither lose nor repeat one', async () => {
  const house = await fieldHouse()
  const tier = await house.field({ subject: 'case', kind: 'choice' })
  const [bronze, argent] = tier.options.map((each) => each.id)
  const all: CaseId[] = []
  for (let n = 0; n < 10; n++) {
    const id = await house.begin(`Dossier ${n}`)
    house.clock.advance({ minutes: 1 })
    await house.work((work) => fillIn(work, { field: tier.id, of: id, value: n % 2 ? bronze! : argent! }), house.director)
    all.unshift(id)
  }
  assert.deepEqual(
    await seen(house, view({ filter: { fields: [is(tier.id, bronze!)] } })),
    all.filter((_, n) => n % 2 === 0),
  )
  assert.deepEqual(await seen(house, view({ filter: { fields: [{ field: tier.id, test: 'empty', value: null }] } })), [])
  await house.work((work) => fillIn(work, { field: tier.id, of: all[4]!, value: null }), house.director)
  assert.deepEqual(await seen(house, view({ filter: { fields: [{ field: tier.id, test: 'empty', value: null }] } })), [all[4]])
  assert.equal((await seen(house, view({ filter: { fields: [{ field: tier.id, test: 'filled', value: null }] } }), 4)).length, 9)
})

test('a view sorts by a field, days counted from today on', async () => {
  const house = await fieldHouse()
  const due = await house.field({ subject: 'case', kind: 'date' }, 'Échéance')
  const days = ['2026-12-24', '2026-11-25', '2027-06-01', '2026-12-01', '2026-11-25']
  const ids: CaseId[] = []
  for (const day of days) {
    const id = await house.begin(day)
    ids.push(id)
    await house.work((work) => fillIn(work, { field: due.id, of: id, value: day }), house.director)
  }
  await house.begin('sans date')
  const sorted = await seen(house, view({ sort: { by: due.id, down: false }, columns: [due.id] }), 2)
  assert.deepEqual(sorted, [ids[1], ids[4], ids[3], ids[0], ids[2]])
  const near: Condition = { field: due.id, test: 'before', value: 'today+30' }
  assert.deepEqual(await seen(house, view({ sort: { by: due.id, down: true }, filter: { fields: [near] } })), [
    ids[3],
    ids[4],
    ids[1],
  ])
})

test('the columns of a view say what was filled in', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'case', kind: 'money' })
  const id = await house.begin()
  await house.work((work) => fillIn(work, { field: field.id, of: id, value: { cents: 12_000, currency: 'EUR' } }), house.director)
  const saved = await house.work((work) => saveView(work, view({ columns: ['customer', field.id] })), house.director)
  const { items } = await house.work((work) => viewCases(work, { id: saved.id, limit: 10 }), house.director)
  assert.deepEqual(
    items.map(({ values }) => values[field.id]?.en),
    ['€120.00'],
  )
  assert.deepEqual((await house.work((work) => countViews(work), house.director)).items, [
    { id: saved.id, count: 1, more: false },
  ])
})

test('mine is mine, what is shared is everybody’s, and only who may share changes it', async () => {
  const house = await fieldHouse()
  const mine = await house.work((work) => saveView(work, view({ name: 'Mes urgences' })), house.agent)
  await assert.rejects(
    house.work((work) => saveView(work, view({ shared: true })), house.agent),
    /not_allowed/,
  )
  const shared = await house.work((work) => saveView(work, view({ name: 'Toutes', shared: true })), house.director)
  const names = async (actor = house.agent) => (await house.work((work) => listViews(work), actor)).items.map(({ name }) => name)
  assert.deepEqual([await names(), await names(house.director)], [['Mes urgences', 'Toutes'], ['Toutes']])
  await assert.rejects(
    house.work((work) => changeView(work, { id: shared.id, version: 1, name: 'X' }), house.agent),
    /not_yours/,
  )
  await assert.rejects(
    house.work((work) => viewCases(work, { id: mine.id, limit: 5 }), house.director),
    /view.unknown/,
  )
  await assert.rejects(
    house.work((work) => changeView(work, { id: mine.id, version: 7, name: 'X' }), house.agent),
    /stale/,
  )
  await house.work((work) => retireView(work, { id: mine.id }), house.agent)
  assert.deepEqual(await names(), ['Toutes'])
})

test('a condition that does not fit its field is refused', async () => {
  const house = await fieldHouse()
  const field = await house.field({ subject: 'case', kind: 'yes_no' })
  const customers = await house.field({ subject: 'customer', kind: 'text' })
  for (const condition of [is(field.id, 'oui'), is(customers.id, 'x'), { field: field.id, test: 'before' as const, value: true }])
    await assert.rejects(
      house.work((work) => saveView(work, view({ filter: { fields: [condition] } })), house.director),
      /misshapen/,
    )
})

test('what is asked beside fields holds too: priority, owner, who works on it', async () => {
  const house = await fieldHouse()
  const [one, two] = [await house.begin(), await house.begin()]
  const version = async (id: CaseId) => (await house.work((work) => cases.needCase(work, id, 'case.read'))).version
  const at = await version(two)
  await house.work((work) => cases.edit(work, { id: two, version: at, priority: 'urgent' }), house.director)
  assert.deepEqual(await seen(house, view({ filter: { priority: 'urgent' } })), [two])
  assert.deepEqual(await seen(house, view({ filter: { priority: 'normal', owner: 'me' } })), [one])
  assert.deepEqual(await seen(house, view({ filter: { owner: house.bruno } })), [])
})

test('a cursor that nobody gave starts the list over, whatever it says', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  for (const [kind, value] of [
    ['number', 12],
    ['date', '2026-12-01'],
  ] as const) {
    const field = await house.field({ subject: 'case', kind })
    await house.work((work) => fillIn(work, { field: field.id, of: id, value }), house.director)
    const asked = view({ sort: { by: field.id, down: false } })
    for (const cursor of [`${'-'.repeat(36)}~1`, `${id}~abc`, `${id}~2026-99-99`, `${id}~1e999999`, '~', id]) {
      const { items } = await house.work((work) => tryView(work, { ...asked, cursor, limit: 3 }), house.director)
      assert.deepEqual(items.map((each) => each.id), [id], cursor) // prettier-ignore
    }
  }
})
