import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimKey, findAnswer, forgetOldKeys, recordAnswer } from './store/idempotency.ts'
import { testHouse } from './test-database.ts'

test('old answers are forgotten by a dispatcher who cannot read them', async () => {
  const { work, clock, open } = await testHouse('2026-01-01T09:00:00Z')
  await work(async (w) => {
    await claimKey(w.sql, w, { key: 'k', hash: Buffer.from('h') })
    await recordAnswer(w.sql, w, { key: 'k', status: 200, answer: { said: 'to one person' } })
  })
  await assert.rejects(open.database.dispatcher.run`select answer from base.idempotency`, /permission denied/)
  assert.equal(await forgetOldKeys(open.database.dispatcher, clock.now(), 500), 0)
  assert.equal(await forgetOldKeys(open.database.dispatcher, clock.now().add({ hours: 1 }), 500), 1)
  await assert.rejects(work((w) => findAnswer(w.sql, w, 'k')))
})
