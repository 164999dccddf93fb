// What stands around a task: the case's own deadline, procedures, closing, links, figures, and that nothing of it reaches the customer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as clocks from '#clocks'
import { startJobs } from '#base/jobs'
import { text as textColumn } from '#base/sql'
import { startTail } from '#base/journal'
import { readToken } from '#access'
import { Refused } from '#base/work'
import type { CaseId } from '#cases/contract'
import { caseProgressed } from '#clocks/contract'
import { accept } from './accept.ts'
import { answer, answerFromOutside } from './answer.ts'
import { ask, type NewTask } from './ask.ts'
import { procedureStarted, taskCancelled, taskLeftOpen, taskPassedOn, type TaskId, type WholeTask } from './contract.ts'
import { closeOver } from './ending.ts'
import { figures } from './figures.ts'
import { fit } from './fit.ts'
import { linkFor, revokeLinks } from './link-for.ts'
import { list } from './list.ts'
import { listWaits } from './waits.ts'
import { readers } from './listen.ts'
import { look } from './look.ts'
import { addProcedure, installProcedure } from './procedures.ts'
import { orderOfSteps } from './rules/order-of-steps.ts'
import { expectedBegin, type Node } from './rules/expected.ts'
import { startProcedure } from './start-procedure.ts'
import { testOffice, type TestOffice } from './test-office.ts'
import { answerThroughLink, seeThroughLink } from './through-link.ts'
import { workers } from './timers.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

const asked = (office: TestOffice, of: CaseId, wish: Omit<NewTask, 'case' | 'title'> & { title?: string }): Promise<WholeTask> =>
  office.work((work) => ask(work, { title: 'Le prix ?', deadline: { minutes: 60 }, ...wish, case: of }), office.as(office.anna))
const answered = (office: TestOffice, id: TaskId): Promise<WholeTask> =>
  office.work((work) => answer(work, { id, text: '12 €', uploads: [], told: false }), office.as(office.emile))

async function whileHeard(office: TestOffice, act: () => Promise<unknown>): Promise<void> {
  const tail = await startTail(office.open, [...clocks.readers, ...readers])
  try {
    await act()
    await tail.settled()
  } finally {
    await tail.stop()
  }
}

test('a deadline later than the case’s own is refused plainly, with the latest that fits, and agreed to knowingly', async () => {
  const office = await testOffice()
  let of: CaseId | undefined
  await whileHeard(office, async () => (of = await office.arrive()))
  const due = (await office.work((work) => clocks.dueOf(work, [of!]))).get(of!)
  assert.ok(due, 'a house has a service level from the start')
  const late = { at: due.due_at.add({ hours: 1 }).toString() }
  const refused = await asked(office, of!, { asked: { person: office.emile }, deadline: late }).catch((error: unknown) => error)
  assert.ok(refused instanceof Refused && refused.refusal.code === 'task.past_case_deadline')
  const { latest_at, latest_minutes } = refused.details as { latest_at: string; latest_minutes: number } // as the contract says
  assert.equal(latest_at, due.due_at.toString())
  const fits = await asked(office, of!, { asked: { person: office.emile }, deadline: { minutes: latest_minutes } })
  assert.ok(Temporal.Instant.compare(fits.due_at!, latest_at) <= 0 && fits.over_case_due_at === null)
  const said = await office.work(
    (work) => fit(work, { case: of!, asked: { person: office.emile }, deadline: late, after: [] }),
    office.as(office.anna),
  )
  assert.deepEqual([said.fits, said.latest_at, said.latest_minutes], [false, latest_at, latest_minutes])
  const knowingly = await asked(office, of!, { asked: { person: office.emile }, deadline: late, knowingly: true })
  assert.equal(knowingly.over_case_due_at, due.due_at.toString(), 'it stays written that it was asked for later')
})

test('what somebody does for a task is progress of its case; a task that is only late is not', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const made = await office.work(
    (work) => ask(work, { case: of, asked: { person: office.emile }, title: 'Le prix ?', deadline: { minutes: 30 } }),
    office.as(office.anna),
  )
  office.clock.advance({ hours: 2 })
  const jobs = startJobs(office.open, workers)
  await jobs.settled()
  await jobs.stop()
  await office.work((work) => answer(work, { id: made.id, text: '12 €', uploads: [], told: false }), office.as(office.emile))
  const progress = (await office.heard(caseProgressed)).map(({ case_id, by }) => [case_id, by])
  assert.deepEqual(progress, [[of, 'task.asked'], [of, 'task.answered']]) // prettier-ignore
})

test('a procedure asks its tasks in order, with their times and checklists, once in a case', async () => {
  const office = await testOffice()
  const steps = [
    { key: 'pay', title: 'Payer', asked: { person: office.emile }, minutes: 60, after: ['law'] },
    {
      key: 'law',
      title: 'Avis juridique',
      asked: { team: office.legal },
      minutes: 60,
      checklist: ['Lire', 'Signer'],
      show_first: true,
    },
    { key: 'tell', title: 'Prévenir', asked: { owner: true as const }, minutes: 30, after: ['law', 'pay'] },
  ]
  const procedure = await office.work((work) => addProcedure(work, { name: 'Geste commercial', steps, checklist: ['Classer'] }))
  const of = await office.arrive('Remboursez-moi.')
  const start = () =>
    office.work((work) => startProcedure(work, { case: of, procedure: procedure.id, knowingly: true }), office.as(office.anna))
  const { items } = await start()
  assert.deepEqual(
    items.map(({ title, state, asked: whom, items: { all } }) => [title, state, whom.name, all]),
    [['Avis juridique', 'asked', 'Juridique', 2], ['Payer', 'waiting', 'Emile', 0], ['Prévenir', 'waiting', 'Anna', 0]],
  ) // prettier-ignore
  assert.equal((await office.work((work) => look(work, { id: items[0]!.id }))).messages[0]?.text, 'Remboursez-moi.')
  await assert.rejects(start(), refusedAs('procedure.started_already'))
  const circle = steps.map((step) => (step.key === 'law' ? { ...step, after: ['pay'] } : step))
  await assert.rejects(
    office.work((work) => addProcedure(work, { name: 'En rond', steps: circle })),
    refusedAs('procedure.unfit'),
  )
})

test('a procedure of a reason starts by itself when a case is given that reason, once; a set-up installs it once', async () => {
  const office = await testOffice()
  const { id: reason_id } = await office.work((work) => cases.addReason(work, { name: 'Litige' }))
  const steps = [{ key: 'law', title: 'Avis', asked: { team: office.legal }, minutes: 60 }]
  const install = () => office.work((work) => installProcedure(work, 'agency.dispute', { name: 'Litige', reason_id, steps }))
  assert.equal((await install()).id, (await install()).id)
  const of = await office.arrive()
  await whileHeard(office, async () => {
    for (const reason of [reason_id, null, reason_id])
      await office.work(
        async (work) =>
          await cases.edit(work, { id: of, reason_id: reason, version: (await cases.needCase(work, of, 'case.edit')).version }),
        office.as(office.anna),
      )
  })
  assert.equal((await office.heard(procedureStarted)).length, 1)
})

test('closing over open tasks calls them off or leaves them, as chosen, and whoever was asked is told', async () => {
  const office = await testOffice()
  const told = async () => (await office.work((work) => work.sql.many({ kind: textColumn })`select kind from staff.notice where tenant_id = ${work.tenant} and person_id = ${office.emile} order by told_at, id`)).map(({ kind }) => kind) // prettier-ignore
  const [first, second] = [await office.arrive(), await office.arrive()]
  const off = await asked(office, first, { asked: { person: office.emile } })
  const left = await asked(office, second, { asked: { person: office.emile } })
  const end = (of: CaseId, tasks: 'cancel' | 'leave') =>
    office.work((work) => closeOver(work, { case: of, because: 'Le client renonce', tasks }), office.as(office.anna))
  await end(first, 'cancel')
  await whileHeard(office, () => end(second, 'leave'))
  const state = async (id: TaskId) => await office.work(async (work) => await look(work, { id }))
  assert.deepEqual([(await state(off.id)).state, (await state(off.id)).cancelled_because], ['cancelled', 'Le client renonce'])
  assert.deepEqual([(await state(left.id)).state, (await state(left.id)).left_open_at !== null], ['asked', true])
  assert.deepEqual([(await office.heard(taskCancelled)).length, (await office.heard(taskLeftOpen)).length], [1, 1])
  assert.deepEqual((await told()).toSorted(), ['task.asked', 'task.asked', 'task.cancelled', 'task.left_open'])
})

test('tasks follow the owner of their case', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const { id } = await asked(office, of, { asked: { person: office.emile } })
  await whileHeard(office, () => office.work((work) => cases.setOwner(work, { id: of, owner: office.bruno })))
  assert.equal((await office.work((work) => look(work, { id }))).owner.name, 'Bruno')
  assert.deepEqual(
    (await office.heard(taskPassedOn)).map(({ from, owner }) => [from, owner]),
    [[office.anna, office.bruno]],
  )
})

test('a link opens one task without an account, is kept as a hash alone, and opens nothing once revoked or expired', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const outside = { asked: { name: 'Garage Dupont', email: 'garage@dupont.example' } }
  const { id } = await asked(office, of, outside)
  const link = await office.work((work) => linkFor(work, id))
  const { hash } = readToken(link.token, 'tk_')!
  const seen = await office.work((work) => seeThroughLink(work, hash, { open: true }))
  assert.deepEqual([seen.title, seen.may_answer, 'case' in seen], ['Le prix ?', true, false])
  const reply = () => office.work((work) => answerThroughLink(work, hash, { key: 'once', text: '300 €', uploads: [] }))
  const [one, two] = [await reply(), await reply()]
  assert.deepEqual([one.again, two.again, one.answer], [false, true, two.answer], 'pressed twice, answered once')
  await office.work((work) => revokeLinks(work, { id }), office.as(office.anna))
  await assert.rejects(
    office.work((work) => seeThroughLink(work, hash, { open: false })),
    refusedAs('task.link_over'),
  )
  const other = await asked(office, of, outside)
  const expired = await office.work((work) => linkFor(work, other.id))
  office.clock.advance({ hours: 24 * 61 })
  await assert.rejects(
    office.work((work) => seeThroughLink(work, readToken(expired.token, 'tk_')!.hash, { open: false })),
    refusedAs('task.link_over'),
  )
})

test('the same mail answers once; one that comes after the end changes nothing', async () => {
  const office = await testOffice()
  const { id } = await asked(office, await office.arrive(), { asked: { name: 'Garage', email: 'g@dupont.example' } })
  const mail = (key: string) =>
    office.work((work) =>
      answerFromOutside(work, id, { key, way: 'mail', text: '300 €', by_name: 'Garage', uploads: [], files: [] }),
    )
  const first = await mail('<1@dupont.example>')
  assert.deepEqual([first !== 'over' && first.again, await mail('<2@dupont.example>')], [false, 'over'])
  const again = await mail('<1@dupont.example>')
  assert.ok(again !== 'over' && again.again)
  await office.work((work) => accept(work, { id }), office.as(office.anna))
  assert.equal(await mail('<3@dupont.example>'), 'over')
})

test('nothing of a task reaches the customer: no message, no notice of the case, nothing to send', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const before = await office.work((work) => cases.saidIn(work, of, { most: 100 }))
  const { id } = await asked(office, of, { asked: { person: office.emile }, title: 'Secret maison' })
  await answered(office, id)
  await office.work((work) => accept(work, { id }), office.as(office.anna))
  const after = await office.work((work) => cases.saidIn(work, of, { most: 100 }))
  assert.deepEqual(
    after.map((each) => each.id),
    before.map((each) => each.id),
  )
  const queued = await office.work((work) => work.sql.many({ name: textColumn })`select name from base.event where tenant_id = ${work.tenant} and name like 'message.%' and name <> 'message.received'`) // prettier-ignore
  assert.deepEqual(queued, [])
})

test('tasks answered in time are counted per team, and the list with the same filter is what was counted', async () => {
  const office = await testOffice()
  const [soon, late] = [await office.arrive(), await office.arrive()]
  const inTime = await asked(office, soon, { asked: { team: office.legal } })
  const tooLate = await asked(office, late, { asked: { team: office.legal } })
  const reply = (id: TaskId) =>
    office.work((work) => answer(work, { id, text: 'Oui', uploads: [], told: false }), office.as(office.carla))
  await reply(inTime.id)
  office.clock.advance({ hours: 3 })
  const jobs = startJobs(office.open, workers)
  await jobs.settled()
  await jobs.stop()
  await reply(tooLate.id)
  const period = { from: '2026-11-20T00:00:00Z', until: '2026-11-21T00:00:00Z' }
  const { teams, formula } = await office.work((work) => figures(work, period), office.as(office.anna))
  assert.deepEqual(
    [teams[0]?.team?.name, teams[0]?.due, teams[0]?.in_time, teams[0]?.late, teams[0]?.kept],
    ['Juridique', 2, 1, 1, 0.5],
  )
  assert.equal(formula.id, 'tasks.answered_in_time.1')
  const counted = async (outcome: 'in_time' | 'late') => (await office.work((work) => list(work, { whose: 'all', state: 'all', team: office.legal, due_from: period.from, due_until: period.until, outcome, limit: 50 }), office.as(office.anna))).items.map(({ id }) => id) // prettier-ignore
  assert.deepEqual([await counted('in_time'), await counted('late')], [[inTime.id], [tooLate.id]])
})

test('who keeps me waiting: grouped by whom, the longest first, without what is answered or waits itself', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const first = await asked(office, of, { asked: { person: office.emile } })
  office.clock.advance({ minutes: 10 })
  await asked(office, of, { asked: { team: office.legal } })
  await asked(office, of, { asked: { person: office.denis }, after: [first.id] })
  const waits = async () => (await office.work((work) => listWaits(work, { owner: 'me' }), office.as(office.anna))).items.map(({ whom, tasks }) => [whom.name, tasks]) // prettier-ignore
  assert.deepEqual(await waits(), [['Emile', 1], ['Juridique', 1]]) // prettier-ignore
  await answered(office, first.id)
  assert.deepEqual(await waits(), [['Juridique', 1]])
})

test('steps come after those they wait for; a circle, a missing or a double key has no order', () => {
  const step = (key: string, ...after: string[]) => ({ key, after })
  assert.deepEqual(
    orderOfSteps([step('c', 'b'), step('a'), step('b', 'a')])?.map(({ key }) => key),
    ['a', 'b', 'c'],
  )
  for (const bad of [[step('a', 'b'), step('b', 'a')], [step('a', 'x')], [step('a'), step('a')]])
    assert.equal(orderOfSteps(bad), null)
})

test('what waits is expected to begin once the last it waits for is due, however long the chain', () => {
  const at = (hour: number): Temporal.Instant => Temporal.Instant.from(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`)
  const nodes = new Map<string, Node>([
    ['a', { id: 'a', due_at: at(10), after: [] }],
    ['b', { id: 'b', due_at: null, after: ['a'] }],
    ['c', { id: 'c', due_at: at(9), after: [] }],
  ])
  const given = { now: at(8), add: (_: string, from: Temporal.Instant) => from.add({ hours: 2 }) }
  assert.deepEqual([['b', 'c'], ['c'], [], ['gone']].map((after) => expectedBegin(after, nodes, given).toString()), [at(12), at(9), at(8), at(8)].map(String)) // prettier-ignore
})
