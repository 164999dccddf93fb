import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as commitments from '#commitments'
import * as customers from '#customers'
import { hashToken } from '#base/id'
import { tenantEventsAfter } from '#base/store/journal'
import { messageQueued } from '#cases/contract'
import { name } from '../chat/name.ts'
import { say } from '../chat/say.ts'
import type { Speaker } from '../chat/speaker.ts'
import { findVisitBySecret } from '../chat/store/visit.ts'
import { acknowledgeLeft } from './acknowledge-left.ts'
import { promiseCallBack } from './call-back.ts'
import { codeOf, testSite, visitSecret, type TestSite } from './test-site.ts'

const EVENING = '2026-11-20T18:00:00Z'

async function speaking(at: TestSite, said: Speaker['said']): Promise<Speaker> {
  const hash = hashToken(visitSecret(at.tenant))
  return { admitted: await at.admitted(), hash, language: 'fr', page: null, said, proven: null }
}
const leave = async (at: TestSite, said: Speaker['said'], text = 'Bonjour') => {
  const speaker = await speaking(at, said)
  const took = await at.work((w) => say(w, speaker, { id: randomUUID(), text, files: [] }))
  return { case_id: took.case, conversation_id: took.conversation }
}
const mails = (at: TestSite): Promise<number> =>
  at.work(async (w) => {
    const events = await tenantEventsAfter(w.sql, w, { after: { xid: 0n, seq: 0 }, most: 1_000 })
    return events.filter(
      ({ name, payload }) => name === messageQueued.name && messageQueued.shape.parse(payload).channel === 'email',
    ).length
  })
const JEANNE = { name: 'Jeanne', email: 'jeanne@client.example' }

test('a message left while we are closed is acknowledged by mail when an address was said', async () => {
  const at = await testSite({ start: EVENING })
  const about = await leave(at, JEANNE)
  await at.work((w) => acknowledgeLeft(w, about))
  assert.equal(await mails(at), 1)
  await at.work((w) => acknowledgeLeft(w, about))
  assert.equal(await mails(at), 1, 'once a day')
})

test('nobody is written to without an address that can be reached, nor while we are open', async () => {
  const closed = await testSite({ start: EVENING })
  for (const said of [null, { name: 'Jeanne', email: '' }, { name: 'x', email: 'a@b.example\r\nBcc: c@d.example' }]) {
    const about = await leave(closed, said)
    await closed.work((w) => acknowledgeLeft(w, about))
  }
  assert.equal(await mails(closed), 0)
  const open = await testSite()
  const about = await leave(open, JEANNE)
  await open.work((w) => acknowledgeLeft(w, about))
  assert.equal(await mails(open), 0)
})

test('a wish to be called back becomes a promise in the case, and said twice is promised once', async () => {
  const at = await testSite()
  const wish = { name: 'Jeanne', phone: '06 12 34 56 78', about: 'Ma commande', at: '2026-11-20T15:30:00+01:00' }
  const call = await at.gate.readCallBack(await at.admitted(), wish, 'fr')
  const speaker = await speaking(at, null)
  const words = { id: randomUUID(), text: call.text, files: [] }
  const once = () => at.work(async (w) => await promiseCallBack(w, call, await say(w, speaker, words)))
  const first = await once()
  assert.equal(first.promised, '2026-11-20T14:30:00Z')
  assert.equal(first.number, 1)
  assert.deepEqual(await once(), first)
  const about = await at.work((w) => say(w, speaker, words))
  const promises = await at.work((w) => commitments.promisesOf(w, [about.case]))
  assert.deepEqual(promises.map(({ what, channel, state }) => [what, channel, state]), [['Vous rappeler au +33612345678', 'phone', 'open']]) // prettier-ignore
})

test('a visitor who says one address after the other has us write to the first alone', async () => {
  const at = await testSite({ start: EVENING })
  const speaker = await speaking(at, JEANNE)
  const took = await at.work((w) => say(w, speaker, { id: randomUUID(), text: 'Bonjour', files: [] }))
  const about = { case_id: took.case, conversation_id: took.conversation }
  await at.work((w) => acknowledgeLeft(w, about))
  for (let n = 0; n < 20; n++) {
    await at.work((w) => name(w, { ...speaker, said: { name: '', email: `victim${n}@other.example` } }))
    await at.work((w) => acknowledgeLeft(w, about))
  }
  assert.equal(await mails(at), 1)
})

test('a door that is left messages as no people leave them thanks nobody any more for an hour', async () => {
  const at = await testSite({ start: EVENING })
  for (let n = 0; n < 122; n++) {
    const about = await leave(at, { name: '', email: `victim${n}@other.example` })
    await at.work((w) => acknowledgeLeft(w, about))
  }
  assert.equal(await mails(at), 120)
  at.clock.advance({ hours: 1, minutes: 1 })
  const about = await leave(at, JEANNE)
  await at.work((w) => acknowledgeLeft(w, about))
  assert.equal(await mails(at), 121)
})

test('the same mailbox under another tag is thanked once a day', async () => {
  const at = await testSite({ start: EVENING })
  for (const email of ['jeanne@client.example', 'Jeanne+1@client.example', 'jeanne+2+3@CLIENT.example']) {
    const about = await leave(at, { name: '', email })
    await at.work((w) => acknowledgeLeft(w, about))
  }
  assert.equal(await mails(at), 1)
})

test('of a request only so many calls are owed at once; one more is refused and leaves nothing', async () => {
  const at = await testSite()
  const speaker = await speaking(at, null)
  const wish = async (phone: string): Promise<string> => {
    const call = await at.gate.readCallBack(await at.admitted(), { name: '', phone, about: '', at: null }, 'fr')
    const words = { id: randomUUID(), text: call.text, files: [] }
    return await codeOf(at.work(async (w) => await promiseCallBack(w, call, await say(w, speaker, words))))
  }
  const codes: string[] = []
  for (let n = 0; n < 5; n++) codes.push(await wish(`06 12 34 56 7${n}`))
  assert.deepEqual(codes, ['taken', 'taken', 'taken', 'call_back.enough', 'call_back.enough'])
  const visit = await at.work((w) => findVisitBySecret(w, { entry_point: speaker.admitted.entry_point, hash: speaker.hash }))
  assert.equal(visit?.last_seq, 3)
  assert.equal((await at.work((w) => commitments.promisesOf(w, [visit.case_id]))).length, 3)
})

test('whoever signs in on a device where somebody else signed in before is not given to that person’s record', async () => {
  const at = await testSite()
  const proven = (email: string) => ({
    sub: email,
    name: '',
    email,
    email_verified: true,
    identity: { kind: 'email' as const, value: email },
  })
  const paul: Speaker = { ...(await speaking(at, null)), proven: proven('paul@client.example') }
  await at.work((w) => say(w, paul, { id: randomUUID(), text: 'Bonjour', files: [] }))
  await at.work((w) => name(w, { ...paul, proven: proven('jeanne@client.example') }))
  assert.equal(await at.work((w) => customers.holder(w, { kind: 'email', value: 'jeanne@client.example' })), undefined)
  assert.ok(await at.work((w) => customers.holder(w, { kind: 'email', value: 'paul@client.example' })))
})
