import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import type { Fault, Mischief } from '../world/imap-server.ts'
import { allQuiet, letter } from './desk.ts'
import { scene } from './scene.ts'

const COMMANDS = ['GREETING', 'CAPABILITY', 'AUTHENTICATE', 'NAMESPACE', 'LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH', 'IDLE']
const oneOf = (verb: string, does: Mischief, times = 1): Fault => ({ when: verb, does, times })
const bodiesOnly = (does: Mischief, times = 1): Fault => ({
  when: ({ verb, line }) => verb === 'UID FETCH' && line.includes('BODY'),
  does,
  times,
})

const passing: [string, Fault][] = [
  ...COMMANDS.map((verb): [string, Fault] => [`the connection is cut at ${verb}`, oneOf(verb, { kind: 'drop' }, 2)]),
  ...COMMANDS.slice(1).map((verb): [string, Fault] => [`the connection is cut after ${verb} was answered`, oneOf(verb, { kind: 'drop after ok' })]),
  ...COMMANDS.map((verb): [string, Fault] => [`the server says goodbye at ${verb}`, oneOf(verb, { kind: 'bye', text: 'Shutting down' })]),
  ...COMMANDS.map((verb): [string, Fault] => [`the server says goodbye at ${verb} and leaves the line open`, oneOf(verb, { kind: 'bye', text: 'Maintenance', stay: true })]),
  ...COMMANDS.map((verb): [string, Fault] => [`the server falls silent at ${verb}`, oneOf(verb, { kind: 'silent' })]),
  ...['AUTHENTICATE', 'EXAMINE', 'UID SEARCH', 'UID FETCH', 'IDLE'].map((verb): [string, Fault] => [
    `the server is unavailable at ${verb}`, oneOf(verb, { kind: 'answer', status: 'NO', text: '[UNAVAILABLE] Back soon' }, 2)]),
  ['the connection is cut in the middle of a message', bodiesOnly({ kind: 'drop inside literal', after: 20 }, 3)],
  ['a message is announced shorter than it is', bodiesOnly({ kind: 'literal size', by: -5 })],
  ['a message is announced one line shorter than it is', bodiesOnly({ kind: 'literal size', by: -2 })],
  ['a message is announced longer than it is', bodiesOnly({ kind: 'literal size', by: 7 })],
  ['a message is announced as longer than everything that follows', bodiesOnly({ kind: 'literal size', by: 40_000 })],
  ['an answer cannot be parsed', bodiesOnly({ kind: 'garble' }, 2)],
  ['an answer is OK and empty', oneOf('UID FETCH', { kind: 'nothing' }, 2)],
  ['a search is OK and empty', oneOf('UID SEARCH', { kind: 'nothing' })],
  ['messages come in the wrong order', bodiesOnly({ kind: 'shuffle' })],
  ['the whole answer comes and then NO', bodiesOnly({ kind: 'done but refused', text: '[SERVERBUG] Internal error' })],
  ['the server asks to slow down', oneOf('UID FETCH', { kind: 'answer', status: 'BAD', text: 'Request is throttled. Suggested Backoff Time: 92415 milliseconds' })],
  ['the server has too many connections', oneOf('GREETING', { kind: 'bye', text: 'Too many connections' }, 2)],
  ['the server counts more messages than there are', oneOf('UID SEARCH', { kind: 'say', text: '99 EXISTS' }, 3)],
  ['the server counts fewer messages than there are', oneOf('UID FETCH', { kind: 'say', text: '0 EXISTS' }, 3)],
  ['the server sends an alert', oneOf('EXAMINE', { kind: 'say', text: 'OK [ALERT] Your mailbox is nearly full' })],
  ['the server sends nonsense', oneOf('UID FETCH', { kind: 'say', text: '((((( {xyz' })],
  ['the server tells flags unasked', bodiesOnly({ kind: 'say', text: '2 FETCH (UID 2 FLAGS (\\Seen))' })],
  ...['UID SEARCH', 'UID FETCH'].map((verb): [string, Fault] => [
    `the server says goodbye just before it answers ${verb}, and leaves the line open`, oneOf(verb, { kind: 'say', text: 'BYE Going down' })]),
  ['the server chats for ever and does not answer', oneOf('UID SEARCH', { kind: 'drip', milliseconds: 10 })],
  ['the server is slow', oneOf('UID FETCH', { kind: 'slow', milliseconds: 60 }, 2)],
] // prettier-ignore

const endsInSilence = (does: Mischief) =>
  does.kind === 'silent' ||
  does.kind === 'drip' ||
  (does.kind === 'bye' && does.stay) ||
  (does.kind === 'say' && does.text.startsWith('BYE')) ||
  (does.kind === 'literal size' && does.by > 0)

for (const [what, fault] of passing) {
  test(`${what}: everything is still fetched once, oldest first`, async (t) => {
    const { server, kept, watch } = await scene(t)
    const letters = Array.from({ length: 7 }, (_, index) => letter(`number ${index}`, 'x'.repeat(index * 400)))
    for (const one of letters) server.deliver(one)
    server.fault(fault)
    const answer = endsInSilence(fault.does) ? 250 : 5_000 // short only where it is waited out, so that a busy machine changes nothing
    const watching = watch({ patience: { answer, connect: answer, idle: 40, poll: 20 } })
    await watching.until(() => kept.held.size === letters.length)
    server.deliver(letter('the last one'))
    await watching.until((health) => kept.held.size === letters.length + 1 && allQuiet(health))
    assert.deepEqual(kept.bodies().slice(0, -1), letters)
    assert.deepEqual(kept.log.order, [1, 2, 3, 4, 5, 6, 7, 8])
    assert.deepEqual(kept.tray, [])
    assert.deepEqual(server.mutations, [])
    assert.equal(watching.health()?.error, undefined)
  })
}

test('a message announced so short that its own end looks like the end of the answer is not taken for whole', async (t) => {
  const { server, kept, watch } = await scene(t)
  const treacherous = letter('see below (below)', 'See the list (it is long)')
  server.deliver(treacherous)
  server.fault(bodiesOnly({ kind: 'literal size', by: -3 }, 2))
  await watch().until(allQuiet)
  assert.deepEqual(kept.bodies(), [treacherous])
})

test('messages that somebody takes away between our search and our fetch are not waited for', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 6; index++) server.deliver(letter())
  server.fault(oneOf('UID FETCH', { kind: 'vanish', uids: [2, 3, 6] }))
  await watch().until(allQuiet)
  assert.deepEqual(kept.log.order, [1, 4, 5])
  assert.deepEqual(kept.tray, [])
})

const about = (uid: number) => new RegExp(`^(.*,)?${uid}(,.*)? \\(.*BODY`)
const never: [string, Mischief][] = [
  ['the server answers NO', { kind: 'answer', status: 'NO', text: '[SERVERBUG] Cannot read this message' }],
  ['its answer cannot be parsed', { kind: 'garble' }],
  ['its answer is always empty', { kind: 'nothing' }],
  ['the server falls silent', { kind: 'silent' }],
  ['the server cuts the connection', { kind: 'drop' }],
  ['the server cuts it in the middle', { kind: 'drop inside literal', after: 3 }],
  ['it is always announced longer than it is', { kind: 'literal size', by: 3000 }],
]
for (const [what, does] of never) {
  test(`a message that can never be had (${what}) goes to the tray and does not hold up the others`, async (t) => {
    const { server, kept, watch } = await scene(t)
    for (let index = 0; index < 5; index++) server.deliver(letter())
    server.fault({ when: ({ verb, line }) => verb === 'UID FETCH' && about(3).test(line), does, times: Infinity })
    await watch({ patience: { answer: endsInSilence(does) ? 250 : 5_000 } }).until(allQuiet)
    assert.deepEqual(kept.log.order, [1, 2, 4, 5])
    assert.deepEqual(
      kept.tray.map(({ uid }) => uid),
      [3],
    )
    assert.ok(kept.tray[0]?.reason, 'the tray says why')
    assert.equal(kept.log.state?.lastUid, 5)
  })
}

for (const does of [
  { kind: 'drop' },
  { kind: 'silent' },
  { kind: 'answer', status: 'NO', text: '[SERVERBUG] Index is broken' },
] satisfies Mischief[]) {
  test(`a message about which nothing can even be asked (${does.kind}) is found among all others, and goes to the tray`, async (t) => {
    const { server, kept, watch } = await scene(t)
    for (let index = 0; index < 40; index++) server.deliver(letter())
    server.fault({ when: ({ verb, line }) => verb === 'UID FETCH' && /^(.*,)?23(,.*)? \(/.test(line), does, times: Infinity })
    await watch({ patience: { answer: endsInSilence(does) ? 200 : 5_000 } }).until(allQuiet)
    assert.equal(kept.held.size, 39)
    assert.deepEqual(
      kept.tray.map(({ uid }) => uid),
      [23],
    )
    assert.deepEqual(
      kept.log.order,
      kept.log.order.toSorted((a, b) => a - b),
    )
  })
}

test('a server that gives no message at all is ill: the mailbox waits, and nothing goes to the tray', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 5; index++) server.deliver(letter())
  server.fault(bodiesOnly({ kind: 'answer', status: 'NO', text: '[UNAVAILABLE] Storage is away' }, Infinity))
  const watching = watch()
  await watching.until((health) => health.state === 'waiting')
  assert.equal(watching.health()?.error?.code, 'unavailable')
  server.faults.clear()
  await watching.until(allQuiet)
  assert.deepEqual(kept.log.order, [1, 2, 3, 4, 5])
  assert.deepEqual(kept.tray, [])
})

test('a server that states wrong sizes is believed when the message comes twice the same', async (t) => {
  const { server, kept, watch } = await scene(t)
  const letters = Array.from({ length: 8 }, () => letter())
  for (const one of letters) server.deliver(one, { statedSize: one.length + 11 })
  const watching = watch()
  await watching.until(allQuiet)
  assert.deepEqual(kept.bodies(), letters)
  assert.deepEqual(kept.tray, [])
  const commands = server.transcript.length
  for (let index = 0; index < 50; index++) server.deliver(letter(), { statedSize: 1 })
  await watching.until((health) => kept.held.size === 58 && allQuiet(health))
  assert.ok(server.transcript.length - commands < 40, 'and once this is known, its messages come together again')
})

test('a mailbox that was numbered anew is read again from the beginning, and says so', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 3; index++) server.deliver(letter(), { gap: 4 })
  const watching = watch()
  await watching.until(allQuiet)
  const before = watching.healths.length
  server.renumber()
  server.deliver(letter())
  await watching.until((health) => kept.held.size === 7 && allQuiet(health))
  assert.deepEqual(kept.log.order, [5, 10, 15, 1, 2, 3, 4])
  assert.ok(watching.healths.slice(before).some(({ error }) => error?.code === 'renumbered'))
  assert.deepEqual(
    kept.log.begun.map(({ uidValidity }) => uidValidity),
    [1000, 1001],
  )
})

test('a mailbox watched from now on and then numbered anew does not bring in what was there before', async (t) => {
  const { server, kept, watch } = await scene(t)
  const old = { internalDate: Temporal.Instant.from('2026-10-01T08:00:00Z') }
  for (let index = 0; index < 3; index++) server.deliver(letter().replace('21 Nov 2026', '01 Oct 2026'), old)
  const watching = watch({ settings: { from: 'now' } })
  await watching.until(allQuiet)
  server.deliver(letter())
  await watching.until(() => kept.held.size === 1)
  server.renumber()
  server.deliver(letter())
  await watching.until((health) => kept.held.size === 3 && allQuiet(health)) // the fourth comes again and is known by its content
  assert.deepEqual(kept.log.order, [4, 4, 5])
})

test('a folder restored from a backup, with numbers given twice under the same UIDVALIDITY, hides nothing', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 5; index++) server.deliver(letter())
  const watching = watch()
  await watching.until(allQuiet)
  server.folder().messages.splice(2)
  server.folder().uidNext = 3
  const body = letter('after the restore')
  server.deliver(body)
  server.dropAll()
  await watching.until((health) => kept.bodies().includes(body) && allQuiet(health))
  assert.ok(watching.healths.some(({ error }) => error?.code === 'renumbered'))
})

test('a server that does not number its messages durably is not trusted with mail', async (t) => {
  const { server, watch } = await scene(t)
  server.folder().uidValidity = 0
  const watching = watch()
  await watching.until((health) => health.state === 'refused')
  assert.equal(watching.health()?.error?.code, 'folder-unsuitable')
})

test('the last messages that came while we were away are fetched when we come back', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter())
  const first = watch()
  await first.until(allQuiet)
  await first.stop()
  server.deliver(letter())
  server.deliver(letter())
  await watch().until(allQuiet)
  assert.deepEqual(kept.log.order, [1, 2, 3])
  assert.equal(kept.log.repeats, 0)
})

test('a store that fails loses nothing and doubles nothing, whichever side of the commit it fails on', async (t) => {
  const { server, kept, watch } = await scene(t)
  for (let index = 0; index < 6; index++) server.deliver(letter())
  const fails = new Set(['before 2', 'after 4'])
  const once = (moment: string) => {
    if (fails.delete(moment)) throw new Error('the database is away')
  }
  const watching = watch({ faults: { beforeCommit: (uid) => once(`before ${uid}`), afterCommit: (uid) => once(`after ${uid}`) } })
  await watching.until(allQuiet)
  assert.deepEqual(kept.log.order, [1, 2, 3, 4, 5, 6])
  assert.equal(kept.log.repeats, 0)
  assert.ok(watching.healths.some(({ error }) => error?.code === 'not-kept'))
})

test('it comes back for ever, waiting longer each time, and soon again once something has come', async (t) => {
  const { server, watch } = await scene(t)
  server.fault(oneOf('EXAMINE', { kind: 'drop' }, 12))
  const watching = watch()
  await watching.until(allQuiet)
  assert.equal(watching.waits.length, 12)
  assert.deepEqual(watching.waits.slice(0, 4), [750, 1500, 3000, 6000])
  assert.ok(watching.waits.every((wait) => wait <= 300_000))
  server.deliver(letter())
  await watching.until((health) => health.lastMailAt !== null && allQuiet(health))
  server.dropAll()
  await watching.until((health) => health.state === 'waiting')
  assert.equal(watching.waits.at(-1), 750)
})

test('a server that asks us to stay away is left alone as long as it says', async (t) => {
  const { server, watch } = await scene(t)
  server.fault(
    oneOf('UID SEARCH', {
      kind: 'answer',
      status: 'BAD',
      text: 'Request is throttled. Suggested Backoff Time: 92415 milliseconds',
    }),
  )
  const watching = watch()
  await watching.until(allQuiet)
  assert.deepEqual(watching.waits, [92_415])
  assert.ok(watching.healths.some(({ error }) => error?.code === 'throttled'))
})

test('it stops at once, whatever it is doing', async (t) => {
  for (const verb of ['GREETING', 'AUTHENTICATE', 'EXAMINE', 'UID SEARCH', 'UID FETCH', 'IDLE', 'nothing']) {
    const { server, watch } = await scene(t)
    server.deliver(letter())
    if (verb !== 'IDLE') server.fault(oneOf(verb, { kind: 'silent' }))
    const watching = watch({ patience: { answer: 60_000, connect: 60_000 } })
    if (verb === 'nothing') await watching.until(allQuiet)
    else if (verb !== 'GREETING')
      while (!server.transcript.some((line) => line.startsWith(verb))) await once(server.events, 'command')
    await watching.stop()
  }
})

test('it stops although the store hangs, and fetches the message again the next time', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter())
  const reached = Promise.withResolvers<void>()
  const watching = watch({ faults: { beforeCommit: () => (reached.resolve(), new Promise<never>(() => {})) } })
  await reached.promise
  await watching.stop()
  await watch().until(allQuiet)
  assert.equal(kept.held.size, 1)
})

test('a message bigger than we take goes to the tray, whether the server admits its size or not', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.deliver(letter('admitted', 'x'.repeat(9000)))
  server.deliver(letter('denied', 'x'.repeat(9000)), { statedSize: 900 })
  server.deliver(letter())
  await watch({ patience: { part: 1000, most: 5000 } }).until(allQuiet)
  assert.deepEqual(kept.log.order, [3])
  assert.deepEqual(
    kept.tray.map(({ uid }) => uid),
    [1, 2],
  )
})

test('IDLE is given up and taken up again long before the server forgets us, and a quiet mailbox stays alive', async (t) => {
  const { server, watch } = await scene(t)
  const watching = watch({ patience: { idle: 5 } })
  while (server.transcript.filter((line) => line === 'IDLE').length < 4) await once(server.events, 'command')
  assert.equal(server.state.connections, 1)
  assert.ok(watching.healths.every(({ state }) => state !== 'waiting'))
})

test('a server that offers IDLE and will not do it is asked now and then instead of without pause', async (t) => {
  const { server, kept, watch } = await scene(t)
  server.fault(oneOf('IDLE', { kind: 'answer', status: 'BAD', text: 'Not now' }, Infinity))
  const watching = watch({ patience: { poll: 5 } })
  await watching.until(allQuiet)
  server.deliver(letter())
  await watching.until(() => kept.held.size === 1)
  assert.equal(server.transcript.filter((line) => line === 'IDLE').length, 1)
})
