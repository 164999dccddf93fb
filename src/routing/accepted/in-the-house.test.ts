import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as staff from '#staff'
import * as tasks from '#tasks'
import { testDesk } from '../offered/test-desk.ts'
import type { ItemRow } from '../store/item.ts'
import { acceptInTheHouse, doneInTheHouse } from './in-the-house.ts'

const message = (of: string): Pick<ItemRow, 'kind' | 'case_id' | 'subject_id'> => ({
  kind: 'message',
  case_id: of as ItemRow['case_id'],
  subject_id: of,
})

test('whoever accepts works on the case until it is done; whoever answers for it goes on', async () => {
  const desk = await testDesk()
  const of = await desk.write('Bonjour', 'Bonjour')
  const named = async () => (await desk.work((work) => cases.view(work, { id: of }))).handlers.map(({ name }) => name)
  await desk.work(
    (work) => acceptInTheHouse(work, { item: message(of), person: desk.bruno, answers_for_it: false }),
    desk.as(desk.bruno),
  )
  assert.deepEqual(await named(), ['Bruno'])
  await desk.work((work) => doneInTheHouse(work, { item: message(of), person: desk.bruno }))
  assert.deepEqual(await named(), [])
  await desk.work((work) => acceptInTheHouse(work, { item: message(of), person: desk.bruno, answers_for_it: true }))
  await desk.work((work) => doneInTheHouse(work, { item: message(of), person: desk.bruno }))
  const shown = await desk.work((work) => cases.view(work, { id: of }))
  assert.deepEqual([shown.owner.name, shown.chosen_by], ['Bruno', 'routed'])
})

test('an accepted task is taken, by whoever accepts or for them, and nobody works on the case for that', async () => {
  const desk = await testDesk()
  const of = await desk.write('Bonjour', 'Bonjour')
  const { id: team } = await desk.work((work) => staff.addTeam(work, { name: 'Stock', manager_id: desk.anna }))
  await desk.work((work) => staff.joinTeam(work, { team, person: desk.bruno }))
  const ask = () =>
    desk.work(
      (work) => tasks.ask(work, { case: of, asked: { team }, title: 'Vérifier', deadline: { minutes: 60 } }),
      desk.as(desk.anna),
    )
  const taken = async (id: Awaited<ReturnType<typeof ask>>['id']) =>
    (await desk.work((work) => tasks.lookAt(work, { id }))).taken_by?.name
  const item = (id: string) => ({ kind: 'task' as const, case_id: of, subject_id: id })
  const [one, two] = [await ask(), await ask()]
  await desk.work(
    (work) => acceptInTheHouse(work, { item: item(one.id), person: desk.bruno, answers_for_it: true }),
    desk.as(desk.bruno),
  )
  await desk.work((work) => acceptInTheHouse(work, { item: item(two.id), person: desk.bruno, answers_for_it: true }))
  assert.deepEqual([await taken(one.id), await taken(two.id)], ['Bruno', 'Bruno'])
  assert.deepEqual((await desk.work((work) => cases.view(work, { id: of }))).handlers, [])
})
