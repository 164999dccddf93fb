import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as staff from '#staff'
import { hashToken, newId } from '#base/id'
import { testSite, visitSecret } from '../widgets/test-site.ts'
import { say } from './say.ts'
import { findVisitBySecret, recordServedBy } from './store/visit.ts'
import { tellWaiting } from './tell-waiting.ts'
import { threadAfter } from './thread.ts'

test('a visitor nobody can be given to is told so in their own language; one who is served is not', async () => {
  const at = await testSite()
  const hash = hashToken(visitSecret(at.tenant))
  const admitted = await at.admitted()
  const took = await at.work((work) => say(work, { admitted, hash, language: 'en', page: null, said: null, proven: null }, { id: randomUUID(), text: 'Hello', files: [] })) // prettier-ignore
  const visit = () => at.work((work) => findVisitBySecret(work, { entry_point: admitted.entry_point, hash }))
  const lines = async () => {
    const found = (await visit())!
    return (await at.work((work) => threadAfter(work, found, 0))).said.map(({ message }) => message.text)
  }
  await at.work((work) => tellWaiting(work, { conversation: took.conversation, why: 'shut_call' }))
  const [own, told] = await lines()
  assert.equal(own, 'Hello')
  assert.match(told ?? '', /Your message has arrived.*write your phone number/)
  const email = `${newId(Temporal.Now.instant())}@atelier.example`
  const { id: agent } = await at.work((work) => staff.addPerson(work, { name: 'Inès', email, language: 'fr', roles: ['agent'] }))
  const { id } = (await visit())!
  await at.work((work) => recordServedBy(work, id, agent))
  await at.work((work) => tellWaiting(work, { conversation: took.conversation, why: 'long' }))
  assert.equal((await lines()).length, 2)
})
