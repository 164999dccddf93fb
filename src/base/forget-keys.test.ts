import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimKey, findAnswer, forgetOldKeys, recordAnswer } from './store/idempotency.ts'
import { testHouse } from './test-database.ts'

test('old answers are forgotten by a dispatcher who cannot read them', async () => {
  const house = await testHouse('2026-01-01T09:00:00Z')
  await house.work(async (w) => {
    await claimKey(w.sql, w, { key: 'k', hash: Buffer.from('h') })
    await recordAnswer(w.sql, w, { key: 'k', status: 200, answer: { said: 'to one person' } })
  })
  await assert.rejects(house.open.database.dispatcher.run`select answer from base.idempotency`, /permission denied/)
  assert.equal(await forgetOldKeys(house.open.database.dispatcher, house.clock.now(), 500), 0)
  assert.equal(await forgetOldKeys(house.open.database.dispatcher, house.clock.now().add({ hours: 1 }), 500), 1)
  await assert.rejects(house.work((w) => findAnswer(w.sql, w, 'k')))
})
