import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import pg from 'pg'
import { bell } from './bell.ts'
import { testCluster } from './test-database.ts'
import { openWire } from './wire.ts'

async function another(): Promise<{ client: pg.Client; heard: string[] }> {
  const client = new pg.Client((await testCluster()).addresses.dispatcher)
  await client.connect()
  await client.query('listen guichet')
  const heard: string[] = []
  client.on('notification', ({ payload }) => void heard.push(payload ?? ''))
  return { client, heard }
}

const rung = (): Promise<void> =>
  new Promise((resolve) => {
    const off = bell.hear(() => {
      off()
      resolve()
    })
  })

test('another server hears the bell, once for many commits, and its own is heard here without being sent back', async (t) => {
  const { client, heard } = await another()
  const wire = openWire((await testCluster()).addresses.dispatcher)
  t.after(async () => {
    await wire.close()
    await client.end()
  })
  await wire.ready
  const told = once(client, 'notification')
  for (let n = 0; n < 100; n++) bell.ring()
  await told
  assert.equal(heard.length, 1)
  const here = rung()
  await client.query("notify guichet, 'another'")
  await here
  await client.query('select pg_sleep(0.05)') // longer than what rings is gathered for
  assert.deepEqual(heard.slice(1), ['another'])
})

test('a line that was lost is taken up again, and the bell rings for what was missed', async (t) => {
  const { client } = await another()
  const { addresses } = await testCluster()
  const wire = openWire({ ...addresses.dispatcher, application_name: 'wire-test' })
  t.after(async () => {
    await wire.close()
    await client.end()
  })
  await wire.ready
  const owner = new pg.Client(addresses.owner)
  await owner.connect()
  const back = rung()
  await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wire-test'")
  await owner.end()
  await back
  const here = rung()
  await client.query("notify guichet, 'another'")
  await here
})
