import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import { startTail } from '#base/journal'
import { Refused } from '#base/work'
import type { CaseId } from '#cases/contract'
import {
  promiseBroken, promiseKept, promiseLeftOpen, promiseMade, promiseMoved, promisePassedOn, promiseWithdrawn, type Due, type Promised,
} from './contract.ts' // prettier-ignore
import { figures } from './figures.ts'
import { report } from './report.ts'
import { pass, restingOn } from './resting.ts'
import { keep } from './keep.ts'
import { count, list, listOfCase } from './list.ts'
import { readers } from './listen.ts'
import { move } from './move.ts'
import { promise } from './promise.ts'
import { testDesk, type TestDesk } from './test-desk.ts'
import { withdraw } from './withdraw.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

const toCall = (desk: TestDesk, of: CaseId, due: Due): Promise<Promised> =>
  desk.work((work) => promise(work, { case: of, what: 'Vous rappeler', due }), desk.as(desk.anna))

async function whileHeard(desk: TestDesk, act: () => Promise<unknown>): Promise<void> {
  const tail = await startTail(desk.open, readers)
  try {
    await act()
    await tail.settled()
  } finally {
    await tail.stop()
  }
}

test('a promise says to whom, what, by when, on which channel and by whom', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const made = await desk.work(
    (work) => promise(work, { case: of, what: 'Vous rappeler avant midi', due: { at: '2026-11-26T11:00:00Z' } }),
    desk.as(desk.bruno),
  )
  assert.equal(made.what, 'Vous rappeler avant midi')
  assert.equal(made.customer?.name, 'Camille Martin')
  assert.equal(made.channel, 'email')
  assert.deepEqual(
    [made.made_by?.name, made.owner.name],
    ['Bruno', 'Anna'],
    'whoever promises, the owner of the case answers for it',
  )
  assert.deepEqual([made.state, made.due_at, made.day, made.zone], ['open', '2026-11-26T11:00:00Z', null, 'Europe/Paris'])
  assert.equal((await desk.heard(promiseMade))[0]?.promise_id, made.id)
})

test('a promise by a day falls due when the door closes that day', async () => {
  const desk = await testDesk()
  const made = await toCall(desk, await desk.ask(), { day: '2026-11-26' })
  assert.deepEqual([made.due_at, made.day], ['2026-11-26T17:00:00Z', '2026-11-26'])
})

test('a promise by a Sunday falls due on the Friday before, and by the 1st of May on the 30th of April', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  assert.equal((await toCall(desk, of, { day: '2026-11-29' })).due_at, '2026-11-27T17:00:00Z')
  assert.equal((await toCall(desk, of, { day: '2027-05-01' })).due_at, '2027-04-30T16:00:00Z', 'and in summer time')
})

test('a promise for this evening, made after closing, lasts until the last minute of the day', async () => {
  const desk = await testDesk('2026-11-20T18:30:00Z')
  assert.equal((await toCall(desk, await desk.ask(), { day: '2026-11-20' })).due_at, '2026-11-20T22:59:00Z')
})

test('nobody promises the past, nor what is years away', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await assert.rejects(toCall(desk, of, { at: '2026-11-20T08:59:59Z' }), refusedAs('promise.due_in_the_past'))
  await assert.rejects(toCall(desk, of, { day: '2026-11-19' }), refusedAs('promise.due_in_the_past'))
  await assert.rejects(toCall(desk, of, { day: '2029-01-01' }), refusedAs('promise.due_too_far'))
})

test('a promise kept in time is kept, once', async () => {
  const desk = await testDesk()
  const { id } = await toCall(desk, await desk.ask(), { at: '2026-11-20T12:00:00Z' })
  desk.clock.advance({ hours: 1 })
  const kept = await desk.work((work) => keep(work, { id }), desk.as(desk.bruno))
  assert.deepEqual([kept.state, kept.kept_by?.name, kept.kept_at], ['kept', 'Bruno', '2026-11-20T10:00:00Z'])
  await desk.work((work) => keep(work, { id }), desk.as(desk.anna))
  assert.deepEqual(
    (await desk.heard(promiseKept)).map(({ late }) => late),
    [false],
  )
})

test('a promise kept after its moment was broken first', async () => {
  const desk = await testDesk()
  const { id } = await toCall(desk, await desk.ask(), { at: '2026-11-20T12:00:00Z' })
  desk.clock.advance({ hours: 4 })
  const kept = await desk.work((work) => keep(work, { id }), desk.as(desk.anna))
  assert.equal(kept.state, 'kept_late')
  assert.equal((await desk.heard(promiseBroken)).length, 1, 'even where no timer ran')
  assert.deepEqual(
    (await desk.heard(promiseKept)).map(({ late }) => late),
    [true],
  )
})

test('a promise that is moved leaves a chain: what was promised first, why it moved, and to when', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const first = await toCall(desk, of, { at: '2026-11-20T12:00:00Z' })
  const second = await desk.work(
    (work) =>
      move(work, { id: first.id, due: { day: '2026-11-24' }, because: 'La pièce manque', without_word: 'Prévenu de vive voix' }),
    desk.as(desk.bruno),
  )
  const { items } = await desk.work((work) => listOfCase(work, { case: of, limit: 10 }))
  assert.deepEqual(
    items.map(({ state }) => state),
    ['open', 'moved'],
  )
  assert.deepEqual([items[1]?.moved_to, items[1]?.moved_because], [second.id, 'La pièce manque'])
  assert.equal(second.made_by?.name, 'Bruno')
  assert.equal((await desk.heard(promiseMoved))[0]?.due_at, '2026-11-24T17:00:00Z')
  await assert.rejects(
    desk.work((work) => keep(work, { id: first.id })),
    refusedAs('promise.over'),
  )
})

test('who is promised another moment gets a word in the conversation; who gets none, it is said why', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id } = await toCall(desk, of, { at: '2026-11-20T12:00:00Z' })
  await desk.work(
    (work) => move(work, { id, due: { day: '2026-11-24' }, because: 'Retard', word: 'Ce sera mardi.' }),
    desk.as(desk.anna),
  )
  const said = (await desk.work((work) => cases.view(work, { id: of }))).conversations[0]?.interactions.at(-1)
  assert.deepEqual([said?.direction, said?.text, said?.author?.name], ['out', 'Ce sera mardi.', 'Anna'])
  const other = await toCall(desk, of, { at: '2026-11-20T12:00:00Z' })
  const again = { id: other.id, due: { day: '2026-11-24' }, because: 'Retard' }
  await assert.rejects(
    desk.work((work) => move(work, again)),
    refusedAs('promise.word_needed'),
  )
  await desk.work((work) => move(work, { ...again, without_word: 'Le client vient de le demander au téléphone' }))
  const { items } = await desk.work((work) => listOfCase(work, { case: of, limit: 10 }))
  assert.equal(items.find(({ id }) => id === other.id)?.untold_because, 'Le client vient de le demander au téléphone')
})

test('a promise that no longer holds is withdrawn, and says why', async () => {
  const desk = await testDesk()
  const { id } = await toCall(desk, await desk.ask(), { at: '2026-11-20T12:00:00Z' })
  const gone = await desk.work((work) => withdraw(work, { id, because: 'Le client a annulé' }), desk.as(desk.anna))
  assert.deepEqual([gone.state, gone.withdrawn_because], ['withdrawn', 'Le client a annulé'])
  assert.equal((await desk.heard(promiseWithdrawn)).length, 1)
})

test('two who end the same promise: the second is told, with both versions', async () => {
  const desk = await testDesk()
  const { id, version } = await toCall(desk, await desk.ask(), { at: '2026-11-20T12:00:00Z' })
  await desk.work(
    (work) => work.sql.run`update commitments.promise set version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`,
  )
  await assert.rejects(
    desk.work((work) => withdraw(work, { id, version, because: 'x' })),
    refusedAs('stale'),
  )
})

test('the wrong states of a promise cannot be written', async () => {
  const desk = await testDesk()
  const { id } = await toCall(desk, await desk.ask(), { at: '2026-11-20T12:00:00Z' })
  const write = (set: string) =>
    desk.work((work) =>
      work.sql.run([`update commitments.promise set ${set} where id = '${id}'`] as unknown as TemplateStringsArray),
    ) // the statement is the test's own
  const refuses = (set: string, constraint: string) => assert.rejects(write(set), new RegExp(constraint), set)
  await refuses(`kept_at = '2026-11-20T11:00:00Z'`, 'keeping_names_who')
  await refuses(`kept_at = '2026-11-20T13:00:00Z', kept_by = 'x'`, 'lateness_leaves_its_mark')
  await refuses(`broken_at = '2026-11-20T11:00:00Z'`, 'breaks_when_due')
  await refuses(`moved_at = '2026-11-20T11:00:00Z', moved_by = 'x', moved_because = 'y'`, 'moving_is_whole')
  await refuses(
    `moved_at = '2026-11-20T11:00:00Z', moved_by = 'x', moved_because = 'y', moved_to = gen_random_uuid(), untold_because = 'z'`,
    'moved_to_fkey',
  )
  await refuses(
    `moved_at = '2026-11-20T11:00:00Z', moved_by = 'x', moved_because = 'y', moved_to = gen_random_uuid()`,
    'moving_tells',
  )
  await refuses(
    `kept_at = '2026-11-20T11:00:00Z', kept_by = 'x', withdrawn_at = '2026-11-20T11:00:00Z', withdrawn_by = 'x', withdrawn_because = 'y'`,
    'ends_one_way',
  )
  await refuses(`due_at = '2026-11-20T08:00:00Z'`, 'promised_ahead')
})

test('a promise follows the owner of its case, and still says who made it', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id } = await toCall(desk, of, { day: '2026-11-26' })
  await whileHeard(desk, () => desk.work((work) => cases.setOwner(work, { id: of, owner: desk.bruno }), desk.as(desk.bruno)))
  const [mine] = (await desk.work((work) => list(work, { owner: 'me', state: 'owed', limit: 10 }), desk.as(desk.bruno))).items
  assert.deepEqual([mine?.id, mine?.owner.name, mine?.made_by?.name], [id, 'Bruno', 'Anna'])
  assert.deepEqual(
    (await desk.heard(promisePassedOn)).map(({ from, owner }) => [from, owner]),
    [[desk.anna, desk.bruno]],
  )
})

test('a case may be closed while something is owed, and it is told', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id } = await toCall(desk, of, { day: '2026-11-26' })
  await whileHeard(desk, () => desk.work((work) => cases.close(work, { id: of }), desk.as(desk.anna)))
  assert.deepEqual(
    (await desk.heard(promiseLeftOpen)).map(({ promise_id }) => promise_id),
    [id],
  )
  const [still] = (await desk.work((work) => list(work, { owner: desk.anna, state: 'owed', limit: 10 }))).items
  assert.deepEqual([still?.state, still?.case.closed], ['open', true])
})

test('promises come the first due first, page by page, none twice', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  for (const day of ['2026-11-27', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-23']) await toCall(desk, of, { day })
  const days: (string | null)[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: Awaited<ReturnType<typeof list>> = await desk.work((work) => list(work, { state: 'owed', limit: 2, cursor }))
    days.push(...page.items.map(({ day }) => day))
    cursor = page.next ?? undefined
  }
  assert.deepEqual(days, ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
})

test('who serves another brand sees nothing of a promise and changes nothing', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id } = await toCall(desk, of, { day: '2026-11-26' })
  const stranger = desk.as(desk.bruno, [], ['11111111-1111-4111-8111-111111111111'])
  assert.deepEqual((await desk.work((work) => list(work, { state: 'all', limit: 10 }), stranger)).items, [])
  await assert.rejects(
    desk.work((work) => keep(work, { id }), stranger),
    refusedAs('promise.unknown'),
  )
  await assert.rejects(
    desk.work((work) => listOfCase(work, { case: of, limit: 10 }), stranger),
    refusedAs('case.unknown'),
  )
  await assert.rejects(
    desk.work((work) => keep(work, { id }), desk.as(desk.bruno, ['case.reply'])),
    refusedAs('not_allowed'),
  )
})

test('how many of my promises are late, and how many fall due', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  await toCall(desk, of, { at: '2026-11-20T10:00:00Z' })
  await toCall(desk, of, { at: '2026-11-20T16:00:00Z' })
  await toCall(desk, of, { day: '2026-11-27' })
  desk.clock.advance({ hours: 2 })
  assert.deepEqual(await desk.work((work) => count(work, { due_until: '2026-11-20T23:00:00Z' }), desk.as(desk.anna)), {
    late: 1,
    due: 1,
  })
})

test('promises kept in time are a figure with its formula; what was moved in time counts neither way', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const made: Promised[] = []
  for (let i = 0; i < 5; i++) made.push(await toCall(desk, of, { at: '2026-11-20T12:00:00Z' }))
  const [a, b, c, d] = made.map(({ id }) => id)
  await desk.work((work) => keep(work, { id: a! }))
  await desk.work((work) => move(work, { id: b!, due: { day: '2026-11-26' }, because: 'Retard', word: 'Ce sera jeudi.' }))
  desk.clock.advance({ hours: 5 })
  await desk.work((work) => keep(work, { id: c! }))
  await desk.work((work) => move(work, { id: d!, due: { day: '2026-11-26' }, because: 'Trop tard', word: 'Ce sera jeudi.' }))
  const figure = await desk.work((work) => figures(work, { from: '2026-11-20T00:00:00Z', until: '2026-11-21T00:00:00Z' }))
  assert.deepEqual([figure.kept, figure.kept_late, figure.broken, figure.moved, figure.due], [1, 1, 1, 1, 3])
  assert.equal(figure.kept_in_time, 1 / 3)
  assert.match(figure.formula.fr, /Promesses tenues à temps/)
})

test('over time, per person and per brand the same promises are counted, and each count lists those very promises', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const made: Promised[] = []
  for (const at of ['2026-11-20T12:00:00Z', '2026-11-20T13:00:00Z', '2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z'])
    made.push(await toCall(desk, of, { at }))
  await desk.work((work) => keep(work, { id: made[0]!.id }))
  await desk.work((work) => move(work, { id: made[2]!.id, due: { day: '2026-11-26' }, because: 'Retard', word: 'Jeudi.' }))
  desk.clock.advance({ hours: 5 })
  await desk.work((work) => keep(work, { id: made[1]!.id }))
  const period = { from: '2026-11-19T23:00:00Z', until: '2026-11-24T23:00:00Z' }
  const found = await desk.work((work) => report(work, { ...period, step: 'day', zone: 'Europe/Paris' }))
  assert.deepEqual(
    found.over_time.map((each) => [each.from, each.kept, each.kept_late, each.moved]),
    [
      ['2026-11-19T23:00:00Z', 1, 1, 0],
      ['2026-11-20T23:00:00Z', 0, 0, 0],
      ['2026-11-21T23:00:00Z', 0, 0, 0],
      ['2026-11-22T23:00:00Z', 0, 0, 1],
      ['2026-11-23T23:00:00Z', 0, 0, 0],
    ],
  )
  assert.deepEqual(
    found.by_owner.map(({ name, due, kept_in_time }) => [name, due, kept_in_time]),
    [['Anna', 2, 0.5]],
  )
  assert.deepEqual(
    found.by_brand.map(({ id, moved }) => [id, moved]),
    [[desk.brand, 1]],
  )
  for (const outcome of ['due', 'kept', 'kept_late', 'broken', 'moved', 'withdrawn'] as const) {
    const listed = await desk.work((work) =>
      list(work, { state: 'all', outcome, due_from: period.from, due_until: period.until, limit: 50 }),
    )
    assert.equal(listed.items.length, found.figures[outcome], outcome)
  }
})

test('nobody leaves while something is owed to the customer of a closed case and rests on them', async () => {
  const desk = await testDesk()
  const of = await desk.ask()
  const { id } = await toCall(desk, of, { day: '2026-11-26' })
  await desk.work((work) => cases.close(work, { id: of }))
  const go = (passes: boolean) =>
    desk.work(async (work) => {
      if (passes) assert.equal(await pass(work, { from: desk.anna, to: desk.bruno }), 1)
      await work.sql
        .run`update staff.person set left_at = ${work.now}, successor_id = ${desk.bruno} where tenant_id = ${work.tenant} and id = ${desk.anna}`
    })
  const [resting] = await desk.work((work) => restingOn(work, desk.anna))
  assert.deepEqual([resting?.kind, resting?.count, resting?.items[0]?.id], ['promise', 1, id])
  await assert.rejects(go(false), { constraint: 'nobody_leaves_promises' })
  await go(true)
  assert.deepEqual(await desk.work((work) => restingOn(work, desk.anna)), [])
})
