import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as staff from '#staff'
import { Refused } from '#base/work'
import type { PromiseId } from '#commitments/contract'
import type { SectionName } from './contract.ts'
import { gate } from './gate/gate.ts'
import { leave } from './gate/leave.ts'
import { gates } from './gate/list.ts'
import { dayOf } from './page/day-of.ts'
import { testDay, type TestDay } from './test-day.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

const sectionOf = async (day: TestDay, name: SectionName, person = day.anna) =>
  (await day.work((work) => dayOf(work, {}), day.as(person))).sections.find((each) => each.name === name)

test('a day says what is promised, late first; what is for tomorrow waits for tomorrow', async () => {
  const day = await testDay()
  const { case: of } = await day.write('Bonjour')
  const late = await day.promised(of, 1)
  const today = await day.promised(of, 5)
  await day.promised(of, 30)
  day.clock.advance({ hours: 2 })
  const section = await sectionOf(day, 'promises')
  assert.deepEqual(section?.items.map(({ id, late: isLate }) => [id, isLate]), [[late, true], [today, false]]) // prettier-ignore
  assert.deepEqual([section?.count, section?.late], [2, 1])
})

test('cases nobody opened yet, unhappy customers and notes that name me stand on my page, and on nobody else’s', async () => {
  const day = await testDay()
  const filed = await day.write('C’est inadmissible.')
  await day.work((work) => cases.note(work, { id: filed.case, text: 'Regarde', mentions: [day.anna] }), day.as(day.bruno))
  await day.heardAll()
  for (const name of ['new', 'unhappy', 'told'] as const) {
    assert.equal((await sectionOf(day, name))?.count, 1, name)
    assert.equal(await sectionOf(day, name, day.bruno), undefined, name)
  }
})

test('the day of somebody else is for who follows their team, without what is theirs alone', async () => {
  const day = await testDay()
  const filed = await day.write('Bonjour')
  await day.work((work) => cases.note(work, { id: filed.case, text: 'Regarde', mentions: [day.anna] }), day.as(day.bruno))
  const look = (actor: ReturnType<TestDay['as']>) => day.work((work) => dayOf(work, { person: day.anna }), actor)
  const seen = await look(day.role(day.boss, 'team_manager', [day.team]))
  assert.deepEqual(
    seen.sections.map(({ name }) => name),
    ['new'],
  )
  assert.equal(seen.mine, false)
  await assert.rejects(look(day.role(day.bruno, 'agent')), refusedAs('not_allowed'))
  await assert.rejects(
    look(day.role(day.bruno, 'team_manager', ['11111111-1111-4111-8111-111111111111'])),
    refusedAs('not_allowed'),
  )
})

test('on a Friday one is back on Monday at opening; after a leave, at the first opening that follows it', async () => {
  const day = await testDay()
  const back = async () => await day.work((work) => gate(work, {}), day.as(day.anna))
  assert.deepEqual([(await back()).back_at, (await back()).back_from], ['2026-11-23T08:00:00Z', 'hours'])
  await day.work((work) =>
    staff.planAbsence(work, {
      person_id: day.anna, starts_at: '2026-11-22T23:00:00Z', ends_at: '2026-11-27T23:00:00Z', reason: 'leave', deputy_id: day.chloe,
    }),
  ) // prettier-ignore
  const away = await back()
  assert.deepEqual([away.back_at, away.back_from, away.stand_in?.name], ['2026-11-30T08:00:00Z', 'absence', 'Chloe'])
})

test('nobody goes home leaving something that breaks in silence: it is kept, moved, or left with a word that is read', async () => {
  const day = await testDay()
  const { case: of } = await day.write('Bonjour')
  const [kept, moved, left] = [
    await day.promised(of, 8, 'Un'),
    await day.promised(of, 9, 'Deux'),
    await day.promised(of, 70, 'Trois'),
  ]
  await day.promised(of, 24 * 6, 'Bien après')
  const anna = day.as(day.anna)
  const { items, back_at, stand_in } = await day.work((work) => gate(work, {}), anna)
  assert.deepEqual(
    items.map(({ id }) => id),
    [kept, moved, left],
  )
  const go = (words: Record<string, string>) =>
    day.work(
      (work) =>
        leave(work, {
          back_at: back_at!,
          left: Object.entries(words).map(([id, word]) => ({ key: `promise:${id}`, word })),
          did: [{ key: `promise:${kept}`, outcome: 'done', what: 'Un', case: of, due_at: null }],
        }),
      anna,
    )
  await assert.rejects(go({}), refusedAs('gate.something_left'))
  await day.work((work) => commitments.keep(work, { id: kept as PromiseId }), anna)
  const due = { at: '2026-11-25T09:00:00Z' }
  await day.work(
    (work) => commitments.move(work, { id: moved as PromiseId, due, because: 'Retard', word: 'Ce sera mercredi.' }),
    anna,
  )
  await go({ [left]: 'Rappeler avant midi' })
  const [passed] = (
    await day.work((work) => gates(work, { team: day.team, limit: 5 }), day.role(day.boss, 'team_manager', [day.team]))
  ).items
  assert.deepEqual(passed?.items.map(({ what, outcome, word }) => [what, outcome, word]), [
    ['Trois', 'left', 'Rappeler avant midi'],
    ['Un', 'done', null],
  ]) // prettier-ignore
  const told = await day.work((work) => staff.listNotices(work, { limit: 5 }), day.as(stand_in!.id))
  assert.match(told.items[0]?.fr ?? '', /Anna vous laisse .+Trois.+Rappeler avant midi/)
})

test('where nothing would break one just goes', async () => {
  const day = await testDay()
  const gone = await day.work((work) => leave(work, { back_at: '2026-11-23T08:00:00Z', left: [], did: [] }), day.as(day.anna))
  assert.equal(gone.quiet, true)
  await assert.rejects(
    day.work((work) => leave(work, { back_at: '2026-11-19T08:00:00Z', left: [], did: [] }), day.as(day.anna)),
    refusedAs('gate.back_in_the_past'),
  )
})
