import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as staff from '#staff'
import { Refused } from '#base/work'
import { accept } from './accept.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { taskAnswered, taskBegun, type Asked, type WholeTask } from './contract.ts'
import { list } from './list.ts'
import { look } from './look.ts'
import { see } from './see.ts'
import { sendBack } from './send-back.ts'
import { letGo, take } from './take.ts'
import { testOffice, type TestOffice } from './test-office.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

type More = Partial<Parameters<typeof ask>[1]>
const askFor = async (office: TestOffice, asked: Asked, more: More = {}): Promise<WholeTask> => {
  const of = more.case ?? (await office.arrive())
  return await office.work(
    (work) => ask(work, { title: 'Le contrat permet-il cela ?', deadline: { minutes: 60 }, ...more, case: of, asked }),
    office.as(office.anna),
  )
}
type Answer = { id: WholeTask['id']; text?: string }
const answerAs = (office: TestOffice, person: TestOffice['anna'], { id, text = 'Oui, à l’article 4.' }: Answer) =>
  office.work((work) => answer(work, { id, text, uploads: [], told: false }), office.as(person))

test('a task walks from the case to a team and back: asked, seen, taken by one, answered, accepted', async () => {
  const office = await testOffice()
  const asked = await askFor(office, { team: office.legal })
  assert.deepEqual([asked.state, asked.asked.name, asked.owner.name, asked.reference], ['asked', 'Juridique', 'Anna', '1-1'])
  const seen = await office.work((work) => see(work, { id: asked.id }), office.as(office.carla))
  assert.deepEqual(
    [seen.state, seen.seen_by?.name, seen.case],
    ['seen', 'Carla', null],
    'whoever does not read cases is shown none',
  )
  await office.work((work) => take(work, { id: asked.id }), office.as(office.carla))
  await assert.rejects(
    office.work((work) => take(work, { id: asked.id }), office.as(office.denis)),
    refusedAs('task.taken_already'),
  )
  const answered = await answerAs(office, office.carla, { id: asked.id })
  assert.deepEqual(
    [answered.state, answered.answers[0]?.by, answered.answers[0]?.text],
    ['answered', 'Carla', 'Oui, à l’article 4.'],
  )
  assert.deepEqual(
    (await office.heard(taskAnswered)).map(({ owner, late }) => [owner, late]),
    [[office.anna, false]],
  )
  const accepted = await office.work((work) => accept(work, { id: asked.id }), office.as(office.anna))
  assert.equal(accepted.state, 'accepted')
  assert.deepEqual(accepted.happened.map(({ what, by }) => [what, by]).toReversed(), [
    ['asked', 'Anna'], ['seen', 'Carla'], ['taken', 'Carla'], ['answered', 'Carla'], ['accepted', 'Anna'],
  ]) // prettier-ignore
})

test('the time of a task runs in the hours of the team asked', async () => {
  const office = await testOffice() // Friday, ten
  const usual = await askFor(office, { team: office.legal }, { deadline: undefined })
  assert.deepEqual(
    [usual.minutes, usual.due_at],
    [120, '2026-11-20T11:00:00Z'],
    'two hours, which the team usually takes: until it closes at noon',
  )
  const longer = await askFor(office, { team: office.legal }, { deadline: { minutes: 180 } })
  assert.equal(longer.due_at, '2026-11-23T09:00:00Z', 'an hour of it on Monday morning')
  const byName = await askFor(office, { person: office.emile }, { deadline: { minutes: 600 } })
  assert.equal(
    byName.due_at,
    '2026-11-23T10:00:00Z',
    'of a colleague, the hours of the door count: eight on Friday, two on Monday',
  )
})

test('an answer that is sent back says why, and gives the time again that was left', async () => {
  const office = await testOffice()
  const { id } = await askFor(office, { person: office.emile }, { deadline: { minutes: 120 } }) // due at noon
  office.clock.set('2026-11-20T10:00:00Z')
  await answerAs(office, office.emile, { id, text: 'Non.' })
  office.clock.set('2026-11-20T15:00:00Z')
  const back = await office.work(
    (work) => sendBack(work, { id, because: 'Sur quel article ?', knowingly: false }),
    office.as(office.anna),
  )
  assert.deepEqual([back.state, back.due_at, back.sent_back_because], ['sent_back', '2026-11-20T16:00:00Z', 'Sur quel article ?'])
  assert.equal(back.answers[0]?.sent_back_because, 'Sur quel article ?')
  office.clock.set('2026-11-20T15:30:00Z')
  const again = await answerAs(office, office.emile, { id, text: 'Sur l’article 4.' })
  assert.deepEqual([again.state, again.late_at, again.answers.length], ['answered', null, 2])
})

test('an answer after its moment leaves its mark for good', async () => {
  const office = await testOffice()
  const { id } = await askFor(office, { person: office.emile })
  office.clock.advance({ hours: 2 })
  assert.equal((await answerAs(office, office.emile, { id })).late_at, '2026-11-20T11:00:00Z', 'even where no clock ran')
  const accepted = await office.work((work) => accept(work, { id }), office.as(office.anna))
  assert.notEqual(accepted.late_at, null)
})

test('whoever it is not asked of neither sees it nor answers it', async () => {
  const office = await testOffice()
  const { id } = await askFor(office, { person: office.emile })
  await assert.rejects(
    office.work((work) => look(work, { id }), office.as(office.carla)),
    refusedAs('task.unknown'),
  )
  await assert.rejects(answerAs(office, office.carla, { id }), refusedAs('task.unknown'))
  await assert.rejects(answerAs(office, office.bruno, { id }), refusedAs('task.not_asked_of_you'))
  await assert.rejects(
    office.work((work) => accept(work, { id }), office.as(office.emile)),
    refusedAs('not_allowed'),
  )
})

test('of the case only the messages its asker chose are shown', async () => {
  const office = await testOffice()
  const of = await office.arrive('Voici mon secret.')
  const [message] = await office.work((work) => cases.saidIn(work, of, { most: 10 }))
  const bare = await askFor(office, { person: office.emile }, { case: of })
  assert.deepEqual((await office.work((work) => look(work, { id: bare.id }), office.as(office.emile))).messages, [])
  const shown = await askFor(office, { person: office.emile }, { case: of, messages: [message!.id] })
  const seen = await office.work((work) => look(work, { id: shown.id }), office.as(office.emile))
  assert.deepEqual(
    seen.messages.map(({ from, text }) => [from, text]),
    [['Camille Martin', 'Voici mon secret.']],
  )
  const other = await office.arrive('Autre dossier')
  await assert.rejects(
    askFor(office, { person: office.emile }, { case: other, messages: [message!.id] }),
    refusedAs('task.message_not_of_case'),
  )
})

test('a task waits until those before it are accepted, and its time runs from then', async () => {
  const office = await testOffice()
  const legal = await askFor(office, { person: office.emile }, { deadline: { minutes: 60 } })
  const of = (await office.work((work) => look(work, { id: legal.id }))).case!.id
  const accounting = await askFor(office, { person: office.denis }, { case: of, deadline: { minutes: 60 }, after: [legal.id] })
  assert.deepEqual(
    [accounting.state, accounting.begun_at, accounting.waits_for.map(({ id }) => id)],
    ['waiting', null, [legal.id]],
  )
  await assert.rejects(answerAs(office, office.denis, { id: accounting.id }), refusedAs('task.waits'))
  await answerAs(office, office.emile, { id: legal.id })
  office.clock.advance({ hours: 3 })
  await office.work((work) => accept(work, { id: legal.id }), office.as(office.anna))
  const begun = await office.work((work) => look(work, { id: accounting.id }), office.as(office.denis))
  assert.deepEqual([begun.state, begun.due_at], ['asked', '2026-11-20T13:00:00Z'])
  assert.deepEqual(
    (await office.heard(taskBegun)).map(({ task_id }) => task_id),
    [legal.id, accounting.id],
  )
})

test('tasks do not wait for each other in a circle, not even when two add one half each at the same moment', async () => {
  const office = await testOffice()
  const of = await office.arrive()
  const [a, b] = [
    await askFor(office, { person: office.emile }, { case: of }),
    await askFor(office, { person: office.denis }, { case: of }),
  ]
  const wait = (task: WholeTask, on: WholeTask) => office.work(
    (work) => work.sql.run`insert into tasks.wait (tenant_id, case_id, task_id, for_id) values (${work.tenant}, ${of}, ${task.id}, ${on.id})`,
  ) // prettier-ignore
  const both = await Promise.allSettled([wait(a, b), wait(b, a)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a case does not close over an open task unless its owner says why', async () => {
  const office = await testOffice()
  const { id, case: of } = await askFor(office, { person: office.emile })
  const close = (because?: string) => office.work((work) => cases.close(work, { id: of!.id, because }), office.as(office.anna))
  await assert.rejects(close(), refusedAs('case.blocked'))
  await office.work((work) => cancel(work, { id, because: 'Plus besoin' }), office.as(office.anna))
  await close()
})

test('somebody who is away is stood in for: their stand-in sees and answers what is asked of them', async () => {
  const office = await testOffice()
  const { id } = await askFor(office, { person: office.emile })
  const mine = async () =>
    (await office.work((work) => list(work, { whose: 'mine', state: 'open', limit: 10 }), office.as(office.carla))).items.map(
      (task) => task.id,
    )
  assert.deepEqual(await mine(), [])
  await office.work((work) =>
    staff.planAbsence(work, {
      person_id: office.emile,
      starts_at: '2026-11-20T08:00:00Z',
      ends_at: '2026-11-25T08:00:00Z',
      reason: 'leave',
      deputy_id: office.carla,
    }),
  )
  assert.deepEqual(await mine(), [id])
  const answered = await answerAs(office, office.carla, { id })
  assert.deepEqual([answered.state, answered.stand_in?.name, answered.answers[0]?.by], ['answered', 'Carla', 'Carla'])
})

test('nobody leaves with tasks on them; passed on, what they took goes back to its team', async () => {
  const office = await testOffice()
  const { pass, restingOn } = await import('./resting.ts')
  const named = await askFor(office, { person: office.carla })
  const taken = await askFor(office, { team: office.legal })
  await office.work((work) => take(work, { id: taken.id }), office.as(office.carla))
  const leave = () => office.work((work) => staff.removePerson(work, { person: office.carla, successor: office.denis }))
  await assert.rejects(leave(), refusedAs('staff.rests_on_person'))
  assert.deepEqual(
    (await office.work((work) => restingOn(work, office.carla))).map(({ kind, count }) => [kind, count]),
    [['task', 2]],
  )
  await office.work((work) => pass(work, { from: office.carla, to: office.carla })) // changes nothing, and ends
  assert.equal((await office.work((work) => look(work, { id: taken.id }))).taken_by?.id, office.carla)
  await office.work((work) => pass(work, { from: office.carla, to: office.denis }))
  await leave()
  const [first, second] = await office.work(async (work) => [
    await look(work, { id: named.id }),
    await look(work, { id: taken.id }),
  ])
  assert.deepEqual([first!.asked.name, second!.asked.name, second!.taken_by], ['Denis', 'Juridique', null])
})

test('who lets a task go gives it back to the team', async () => {
  const office = await testOffice()
  const { id } = await askFor(office, { team: office.legal })
  await office.work((work) => take(work, { id }), office.as(office.carla))
  await office.work((work) => letGo(work, { id }), office.as(office.carla))
  assert.equal((await office.work((work) => take(work, { id }), office.as(office.denis))).taken_by?.name, 'Denis')
})
