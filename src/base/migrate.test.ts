import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { z } from 'zod'
import { event } from './contract.ts'
import { hear, reader, startTail } from './journal.ts'
import { newId } from './id.ts'
import { migrate } from './migrate.ts'
import { testCluster, testHouse } from './test-database.ts'

const rang = event('test.rang', z.object({ who: z.string() }))

test('a dump restored into a younger cluster does not make readers hear the past again', async () => {
  const house = await testHouse()
  const heard: string[] = []
  const reading = reader(`test.${newId(house.clock.now())}`, [
    hear(rang, async (work, { who }) => void (work.tenant === house.tenant && heard.push(who))),
  ])
  for (const who of ['a', 'b', 'c', 'd']) await house.work(async (work) => work.publish(rang, { who }))
  const first = await startTail(house.open, [reading])
  await first.settled()
  await first.stop()
  const { addresses } = await testCluster()
  const owner = new pg.Client(addresses.owner)
  await owner.connect()
  // The older cluster had come further: half of its events bear numbers that are still to come here.
  const far = `(select max(xid::text::bigint) + 1000000 from base.event)`
  await owner.query(`update base.event set xid = ((xid::text::bigint) + ${far})::text::xid8
    where tenant_id = '${house.tenant}' and seq > (select min(seq) + 1 from base.event where tenant_id = '${house.tenant}')`)
  await owner.query(`update base.cursor c set (xid, seq) = (select e.xid, e.seq from base.event e where e.tenant_id = c.tenant_id order by xid desc, seq desc limit 1)
    where tenant_id = '${house.tenant}' and reader = '${reading.name}'`)
  await owner.end()
  await migrate(addresses.owner)
  await house.work(async (work) => work.publish(rang, { who: 'e' }))
  const again = await startTail(house.open, [reading])
  await again.settled()
  await again.stop()
  assert.deepEqual(heard, ['a', 'b', 'c', 'd', 'e'])
})
