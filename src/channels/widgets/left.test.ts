import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as commitments from '#commitments'
import { hashToken } from '#base/id'
import { tenantEventsAfter } from '#base/store/journal'
import { messageQueued } from '#cases/contract'
import { say } from '../chat/say.ts'
import type { Speaker } from '../chat/speaker.ts'
import { acknowledgeLeft } from './acknowledge-left.ts'
import { promiseCallBack } from './call-back.ts'
import { testSite, visitSecret, type TestSite } from './test-site.ts'

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
