import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as commitments from '#commitments'
import { cancelJob, type Jobs } from '#base/jobs'
import { answer } from './answer.ts'
import type { FullBaton } from './contract.ts'
import { draft } from './draft.ts'
import { editBrief } from './edit-brief.ts'
import { introduce } from './introduce.ts'
import { list } from './list.ts'
import { offer } from './offer.ts'
import { putAway } from './put-away.ts'
import { settle } from './settle.ts'
import { ofCase } from './show-full.ts'
import { testDesk, type Desk } from './test-desk.ts'
import { withoutClock } from './without-clock.ts'

const ASKS = 'Bonjour,\n\nMa commande 4512 n’est toujours pas arrivée. Pouvez-vous me dire où elle en est ?\n\nCordialement'

async function offered(desk: Desk, more: Partial<Parameters<typeof offer>[1]> = {}): Promise<FullBaton> {
  const { case: id } = await desk.write('Camille Martin', ASKS)
  return await desk.work(
    (work) => offer(work, { case: id, to: desk.bruno, message: 'Je pars en formation.', ...more }),
    desk.as(desk.anna),
  )
}
const owner = async (desk: Desk, { case: of }: FullBaton) =>
  (await desk.work((work) => cases.facts(work, [of.id]))).get(of.id)?.owner_id
const sent = async (desk: Desk, { case: of }: FullBaton): Promise<string[]> =>
  (await desk.work((work) => cases.saidIn(work, of.id, { most: 50 })))
    .filter(({ direction }) => direction === 'out')
    .map(({ text }) => text)
async function until(desk: Desk, jobs: Jobs, instant: string): Promise<void> {
  desk.clock.set(instant)
  await jobs.settled()
  await jobs.settled()
}

test('the brief says what was asked in the customer’s own words, what was promised and what comes next, each with its source', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Camille Martin', ASKS)
  const promise = await desk.work(
    (work) => commitments.promise(work, { case: id, what: 'Vous rappeler', due: { at: '2026-11-24T09:00:00Z' } }),
    desk.as(desk.anna),
  )
  const { brief } = await desk.work((work) => draft(work, { case: id, to: desk.bruno }), desk.as(desk.anna))
  assert.match(
    brief.story[0]!.text,
    /Camille Martin écrit\u202f: «\u202fMa commande 4512 n’est toujours pas arrivée\. Pouvez-vous me dire où elle en est \?/,
  )
  assert.equal(brief.story[0]!.from?.kind, 'message')
  assert.deepEqual(brief.promises[0]!.from, { kind: 'promise', id: promise.id })
  assert.match(brief.next[0]!.text, /^Répondre à Camille Martin/)
  assert.ok(
    brief.tone.some(({ text }) => text.includes('toujours pas arrivée')),
    'what upsets them is quoted',
  )
  const { brief: english } = await desk.work((work) => draft(work, { case: id, language: 'en' }), desk.as(desk.anna))
  assert.match(english.next[0]!.text, /^Answer Camille Martin/)
})

test('until the hand-over is accepted the giver answers for the case; then the customer is introduced, in the name of the new person', async () => {
  const desk = await testDesk()
  const baton = await offered(desk)
  assert.equal(await owner(desk, baton), desk.anna)
  const accepted = await desk.work((work) => answer(work, { id: baton.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  assert.equal(await owner(desk, baton), desk.bruno)
  assert.equal(accepted.introduction?.state, 'leaving')
  await desk.run(async (jobs) => {
    await until(desk, jobs, '2026-11-20T09:09:59Z')
    assert.deepEqual(await sent(desk, baton), [])
    for (const later of ['2026-11-20T09:10:00Z', '2026-11-20T09:11:00Z']) await until(desk, jobs, later)
  })
  const [word, ...more] = await sent(desk, baton)
  assert.match(word!, /^Bonjour Camille Martin,\n\nBruno prend le relais d’Anna chez Atelier/)
  assert.deepEqual(more, [], 'once')
})

test('the word to the customer may be changed until it leaves, sent at once, or skipped with a reason', async () => {
  const desk = await testDesk()
  const baton = await offered(desk, { introduction: { text: 'Bonjour, Bruno vous répondra.' } })
  const { introduction } = await desk.work(
    (work) => answer(work, { id: baton.id, as: 'accepted', because: '' }),
    desk.as(desk.bruno),
  )
  const wish = { id: baton.id, version: introduction!.version, text: 'Bonjour, je suis Bruno.', send: true }
  const done = await desk.work((work) => introduce(work, wish), desk.as(desk.bruno))
  assert.equal(done.introduction?.state, 'sent')
  assert.deepEqual(await sent(desk, baton), ['Bonjour, je suis Bruno.'])
  await assert.rejects(
    desk.work((work) => introduce(work, wish), desk.as(desk.bruno)),
    /introduction_over/,
  )

  const other = await offered(desk, { introduction: { skip: 'Le client a été prévenu au téléphone.' } })
  const quiet = await desk.work((work) => answer(work, { id: other.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  assert.equal(quiet.introduction?.state, 'skipped')
})

test('nobody is introduced to who writes automatically', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Robot', 'Votre rapport quotidien.', { kind: 'message', marks: { automatic: true } })
  const { silence } = await desk.work((work) => draft(work, { case: id, to: desk.bruno }), desk.as(desk.anna))
  assert.equal(silence?.code, 'automatic')
  const baton = await desk.work((work) => offer(work, { case: id, to: desk.bruno, message: '' }), desk.as(desk.anna))
  assert.equal(baton.introduction, null)
})

test('who declines says why, and the giver is told in their words', async () => {
  const desk = await testDesk()
  const baton = await offered(desk)
  const decline = (because: string) =>
    desk.work((work) => answer(work, { id: baton.id, as: 'declined', because }), desk.as(desk.bruno))
  await assert.rejects(decline('  '), /reason_needed/)
  const declined = await decline('Je suis en congé demain.')
  assert.equal(declined.answer, 'Je suis en congé demain.')
  assert.equal(await owner(desk, baton), desk.anna)
  assert.ok((await desk.told(desk.anna)).some((words) => words.includes('Je suis en congé demain.')))
})

test('an unanswered hand-over reminds at half the working time, goes up at the end of it, once each, and a manager decides', async () => {
  const desk = await testDesk('2026-11-20T15:00:00Z') // Friday, four in the afternoon in Paris: two hours left before Monday
  const baton = await offered(desk)
  assert.deepEqual([baton.remind_at, baton.answer_by], ['2026-11-20T17:00:00Z', '2026-11-23T10:00:00Z'])
  await desk.run(async (jobs) => {
    for (const at of ['2026-11-20T16:59:00Z', '2026-11-20T17:00:00Z', '2026-11-21T12:00:00Z', '2026-11-23T09:59:00Z'])
      await until(desk, jobs, at)
    assert.equal((await desk.told(desk.bruno)).filter((words) => words.includes('attend votre réponse')).length, 1)
    assert.deepEqual(await desk.told(desk.diane), [])
    for (const at of ['2026-11-23T10:00:00Z', '2026-11-23T10:01:00Z', '2026-11-24T10:00:00Z']) await until(desk, jobs, at)
  })
  assert.equal((await desk.told(desk.diane)).length, 1, 'the manager of the giver is told')
  assert.equal((await desk.told(desk.anna)).length, 1)
  const escalated = await desk.work(
    (work) => list(work, { side: 'received', state: 'escalated', limit: 10 }),
    desk.as(desk.diane),
  )
  assert.deepEqual(
    escalated.items.map(({ id }) => id),
    [baton.id],
  )
  const settled = await desk.work(
    (work) => settle(work, { id: baton.id, to: desk.chloe, because: 'Bruno est débordé.' }),
    desk.as(desk.diane),
  )
  assert.equal(settled.to.id, desk.chloe)
  assert.equal(settled.ended_at, null, 'somebody else is asked')
  const forced = await desk.work(
    (work) => settle(work, { id: settled.id, to: desk.chloe, because: 'Elle est d’accord.' }),
    desk.as(desk.diane),
  )
  assert.deepEqual([forced.ended_as, forced.ended_by?.id], ['accepted', desk.diane])
  assert.equal(await owner(desk, baton), desk.chloe)
})

test('what the brief said before is kept, and what was accepted is no longer changed', async () => {
  const desk = await testDesk()
  const baton = await offered(desk)
  const brief = { ...baton.brief, next: [{ text: 'Rappeler avant midi.', at: null, from: null }] }
  const edited = await desk.work((work) => editBrief(work, { id: baton.id, version: baton.version, brief }), desk.as(desk.anna))
  assert.deepEqual([edited.next, edited.versions.map(({ version }) => version)], ['Rappeler avant midi.', [2, 1]])
  await assert.rejects(
    desk.work((work) => editBrief(work, { id: baton.id, version: baton.version, brief }), desk.as(desk.anna)),
    /stale/,
  )
  await assert.rejects(
    desk.work((work) => editBrief(work, { id: baton.id, version: edited.version, brief }), desk.as(desk.bruno)),
    /not_allowed/,
  )
  await desk.work((work) => answer(work, { id: baton.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  await assert.rejects(
    desk.work((work) => editBrief(work, { id: baton.id, version: edited.version, brief }), desk.as(desk.anna)),
    /baton.over/,
  )
})

test('the receiver sees the brief on top of the case until they put it away', async () => {
  const desk = await testDesk()
  const baton = await offered(desk)
  await desk.work((work) => answer(work, { id: baton.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  const top = () => desk.work((work) => ofCase(work, { case: baton.case.id }), desk.as(desk.bruno))
  assert.equal((await top()).baton?.id, baton.id)
  await desk.work((work) => putAway(work, { id: baton.id }), desk.as(desk.bruno))
  assert.equal((await top()).baton, null)
})

test('a hand-over offered and answered without this room has its brief, its clock and its end here too', async () => {
  const desk = await testDesk()
  const { case: id } = await desk.write('Camille Martin', ASKS)
  const { id: hand_over } = await desk.work(
    (work) => cases.offerHandOver(work, { id, to: desk.bruno, message: '' }),
    desk.as(desk.anna),
  )
  await desk.hear()
  const waiting = await desk.work((work) => ofCase(work, { case: id }), desk.as(desk.bruno))
  assert.match(waiting.baton!.brief.next[0]!.text, /^Répondre/)
  await desk.work((work) => cases.answerHandOver(work, { id: hand_over, as: 'accepted', answer: '' }), desk.as(desk.bruno))
  await desk.hear()
  const ended = await desk.work((work) => ofCase(work, { case: id }), desk.as(desk.bruno))
  assert.deepEqual([ended.baton?.ended_as, ended.baton?.introduction?.state], ['accepted', 'leaving'])
})

test('a hand-over that waits without its clock is found by the doctor', async () => {
  const desk = await testDesk()
  const baton = await offered(desk)
  assert.deepEqual(await desk.work(withoutClock), [])
  await desk.work((work) => cancelJob(work, baton.id))
  assert.deepEqual(await desk.work(withoutClock), ['1 hand-overs wait for an answer without their clock'])
  await desk.work((work) => answer(work, { id: baton.id, as: 'accepted', because: '' }), desk.as(desk.bruno))
  assert.deepEqual(await desk.work(withoutClock), [], 'what was answered needs none')
})
