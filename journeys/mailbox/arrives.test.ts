import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { scene } from './scene.ts'
import { allQuiet, letter } from './desk.ts'

test('everything that waits in the mailbox is fetched, oldest first, byte for byte', async (t) => {
  const { server, kept, watch } = await scene(t)
  const letters = Array.from({ length: 250 }, (_, index) => letter(`number ${index}`))
  for (const one of letters) server.deliver(one, { gap: Math.floor(one.length % 3) })
  await watch().until(allQuiet)
  assert.deepEqual(kept.bodies(), letters)
  assert.deepEqual(
    kept.log.order,
    kept.log.order.toSorted((a, b) => a - b),
  )
  assert.deepEqual(server.mutations, [])
  assert.ok(server.transcript.includes('EXAMINE INBOX'))
})

test('a letter that arrives while we sleep in IDLE is fetched without waiting for the next look', async (t) => {
  const { server, kept, watch } = await scene(t)
  const watching = watch()
  await watching.until(allQuiet)
  while (server.idling === 0) await once(server.events, 'command')
  const body = letter()
  server.deliver(body)
  await watching.until((health) => health.lastMailAt !== null && allQuiet(health))
  assert.deepEqual(kept.bodies(), [body])
  assert.equal(server.state.connections, 1, 'it was told, and did not merely call again')
})

test('a server without IDLE is asked again and again', async (t) => {
  const { server, kept, watch } = await scene(t, { without: ['IDLE'] })
  const watching = watch({ patience: { poll: 5 } })
  await watching.until(allQuiet)
  server.deliver(letter())
  await watching.until((health) => health.lastMailAt !== null)
  assert.equal(kept.held.size, 1)
  assert.ok(!server.transcript.includes('IDLE'))
  assert.equal(server.state.connections, 1)
})

test('the first contact may start from now: what was there before stays where it is', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter())
  server.deliver(letter())
  const watching = watch({ settings: { from: 'now' } })
  await watching.until(allQuiet)
  const body = letter()
  server.deliver(body)
  await watching.until((health) => health.lastMailAt !== null)
  assert.deepEqual(kept.bodies(), [body])
})

test('the first contact may start from a day: older mail is left, and nothing of that day is missed', async (t) => {
  const { server, kept, watch } = await scene(t)
  const on = (day: string) => ({ internalDate: Temporal.Instant.from(`2026-${day}T08:00:00Z`) })
  const old = (day: string) => letter().replace('21 Nov 2026', `${day} 2026`)
  server.deliver(old('01 Oct'), on('10-01'))
  server.deliver(old('02 Oct'), on('10-02'))
  const wanted = [
    server.deliver(letter(), on('11-21')),
    server.deliver(old('03 Oct'), on('10-03')),
    server.deliver(letter(), on('11-22')),
  ]
  await watch({ settings: { from: Temporal.Instant.from('2026-11-21T00:00:00Z') } }).until(allQuiet)
  assert.deepEqual(kept.log.order, wanted) // the third was moved in later: fetched too, too much is better than too little
})

test('a message far bigger than what we hold in memory comes in parts, and whole', async (t) => {
  const { server, kept, watch } = await scene(t)
  const big = letter('big', 'x'.repeat(500_000))
  server.deliver(letter())
  server.deliver(big)
  server.deliver(letter())
  await watch({ patience: { part: 65_536 } }).until(allQuiet)
  assert.equal(kept.bodies()[1], big)
  assert.deepEqual(kept.log.order, [1, 2, 3])
  const parts = server.transcript.filter((line) => line.includes('UID FETCH 2 ') && line.includes('<'))
  assert.equal(parts.length, Math.ceil((big.length + 1) / 65_536))
})

test('a message whose size is an exact number of parts ends where it ends', async (t) => {
  const { server, kept, watch } = await scene(t)
  const exact = letter('exact', 'y').padEnd(3 * 1024, 'z')
  server.deliver(exact)
  await watch({ patience: { part: 1024 } }).until(allQuiet)
  assert.deepEqual(kept.bodies(), [exact])
})

test('a mailbox with messages that look like IMAP is fetched byte for byte', async (t) => {
  const { server, kept, watch } = await scene(t)
  const nasty = [
    '',
    '\r\n',
    'A1 OK Done\r\n',
    '* 3 EXISTS\r\n* BYE\r\n',
    ')\r\n* 9 FETCH (UID 9 BODY[] {3}\r\nabc)\r\n',
    '\0\xff\xfe{99}\r\n',
    'x'.repeat(70_000),
  ]
  for (const one of nasty) server.deliver(Buffer.from(one, 'latin1'))
  await watch().until(allQuiet)
  assert.deepEqual(kept.bodies(), nasty)
})

test('a very full mailbox is taken in batches, whatever the holes in its numbering', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 3000; index++) server.deliver(letter(), index % 500 === 0 ? { gap: 200_000 } : {})
  await watch().until(allQuiet)
  assert.equal(kept.held.size, 3000)
  assert.deepEqual(
    kept.log.order,
    kept.log.order.toSorted((a, b) => a - b),
  )
  assert.ok(server.transcript.length < 200, `${server.transcript.length} commands for 3000 messages`)
})

test('flags, date and size of the server come with the message', async (t) => {
  const { server, kept, watch } = await scene(t)
  const internalDate = Temporal.Instant.from('2026-11-20T23:59:59Z')
  server.deliver(letter('one', 'text'), { flags: ['\\Seen', '$Label'], internalDate })
  await watch().until(allQuiet)
  const [held] = kept.held.values()
  assert.deepEqual(held?.arrival.flags, ['\\Seen', '$Label'])
  assert.equal(held?.arrival.internalDate?.toString(), internalDate.toString())
  assert.equal(held?.arrival.size, held?.raw.length)
})
