import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { openRelayWorld, type Fault, type FakeRelay, type RelayOptions } from '../world/relay.ts'
import { makeCertificate } from '../../src/channels/email/smtp/certificate.ts'
import { deliver, openRelay, type Delivery, type Relay, type RelaySettings } from '../../src/channels/email/sending/deliver.ts'

const bytes = Buffer.from('From: help@guichet.example\r\nSubject: answer\r\n\r\nDear Ada,\r\n.hidden dot\r\n..two\r\nend\r\n')
const one = { from: 'bounce@guichet.example', to: ['ada@client.example'] }
const three = { ...one, to: ['ada@client.example', 'bob@client.example', 'eve@client.example'] }
const large = Buffer.concat([Buffer.from('Subject: big\r\n\r\n'), Buffer.alloc(24 * 1024 * 1024, `${'x'.repeat(76)}\r\n`)])

type World = FakeRelay & { relay: Relay; send: (envelope?: typeof one, message?: Buffer) => Promise<Delivery> }
async function openWorld(
  t: TestContext,
  options: RelayOptions = {},
  settings: RelaySettings & { url?: string } = {},
): Promise<World> {
  const world = await openRelayWorld(options)
  const url = (settings.url ?? 'smtp://127.0.0.1:PORT').replace('PORT', String(world.port))
  const relay = openRelay(url, { name: 'guichet.example', ...settings })
  t.after(async () => {
    await relay.close()
    await world.close()
  })
  return Object.assign(world, { relay, send: (envelope = one, message: Buffer = bytes) => deliver(relay, envelope, message) })
}

test('a mail is handed over byte for byte, and the relay’s answer is kept', async (t) => {
  const world = await openWorld(t)
  const delivery = await world.send()
  assert.ok(delivery.state === 'handed_over')
  assert.match(delivery.response, /^250 2\.0\.0 taken as/)
  assert.deepEqual([delivery.accepted, delivery.rejected], [['ada@client.example'], []])
  assert.equal(world.mails[0]!.text, bytes.toString('latin1'))
  assert.equal(world.mails[0]!.from, 'bounce@guichet.example')
})

test('the same, command by command, with a relay that knows no extensions', async (t) => {
  const world = await openWorld(t, { extensions: [] })
  assert.equal((await world.send(three)).state, 'handed_over')
  assert.equal(world.mails[0]!.text, bytes.toString('latin1'))
  assert.deepEqual(world.mails[0]!.to, three.to)
})

test('a relay that knows no EHLO is spoken to with HELO', async (t) => {
  const world = await openWorld(t)
  world.next({ at: 'hello', answer: '502 5.5.1 never heard of it' })
  assert.equal((await world.send()).state, 'handed_over')
  assert.deepEqual(world.commands.slice(0, 2), ['EHLO guichet.example', 'HELO guichet.example'])
})

test('one connection serves many mails, and is not kept for ever', async (t) => {
  const world = await openWorld(t, {}, { mailsPerConnection: 3 })
  for (let n = 0; n < 6; n++) assert.equal((await world.send()).state, 'handed_over')
  assert.equal(world.mails.length, 6)
  assert.equal(world.connections(), 2)
})

test('many mails at once go over a few connections', async (t) => {
  const world = await openWorld(t, {}, { connections: 2 })
  const deliveries = await Promise.all(Array.from({ length: 40 }, () => world.send()))
  assert.ok(deliveries.every(({ state }) => state === 'handed_over'))
  assert.equal(world.mails.length, 40)
  assert.equal(world.connections(), 2)
})

test('closing lets the mail under way finish, and leaves no connection behind', async (t) => {
  const world = await openWorld(t)
  const sending = [world.send(), world.send(), world.send()]
  await world.relay.close()
  assert.ok((await Promise.all(sending)).every(({ state }) => state === 'handed_over'))
  while (world.open() > 0) await new Promise((resolve) => setImmediate(resolve))
})

test('an idle connection is closed', async (t) => {
  const world = await openWorld(t, {}, { idleMilliseconds: 1 })
  await world.send()
  while (!world.commands.includes('QUIT')) await new Promise((resolve) => setImmediate(resolve))
})

test('a connection that the relay closed while it rested costs nothing', async (t) => {
  const world = await openWorld(t)
  await world.send()
  world.hangUpAll()
  assert.equal((await world.send()).state, 'handed_over')
  world.next({ at: 'sender', answer: '421 4.4.2 idle too long', hangUp: true })
  assert.equal((await world.send()).state, 'handed_over')
  assert.equal(world.mails.length, 3)
})

// Every fault, and what is then known. "nobody got it" is checked in the relay's own books.
type Expected = { state: Delivery['state']; permanent?: boolean; code?: number | null; enhanced?: string | null; taken: number }
const faults: [string, Fault, Expected][] = [
  ['hangs up instead of a greeting', { at: 'greeting', drop: true }, { state: 'failed', permanent: false, code: null, taken: 0 }],
  [
    'is full at the greeting',
    { at: 'greeting', answer: '421 4.3.2 too busy', hangUp: true },
    { state: 'failed', permanent: false, code: 421, enhanced: '4.3.2', taken: 0 },
  ],
  [
    'does not want us at the greeting',
    { at: 'greeting', answer: '554 5.7.1 no' },
    { state: 'failed', permanent: false, code: 554, taken: 0 },
  ],
  ['hangs up at EHLO', { at: 'hello', drop: true }, { state: 'failed', permanent: false, code: null, taken: 0 }],
  [
    'says something that is not SMTP',
    { at: 'hello', answer: 'HTTP/1.1 400 Bad Request' },
    { state: 'failed', permanent: false, code: null, taken: 0 },
  ],
  [
    'refuses the sender for good',
    { at: 'sender', answer: '550 5.7.1 sender unknown' },
    { state: 'failed', permanent: true, code: 550, enhanced: '5.7.1', taken: 0 },
  ],
  [
    'puts the sender off',
    { at: 'sender', answer: '451 4.3.0 later' },
    { state: 'failed', permanent: false, code: 451, enhanced: '4.3.0', taken: 0 },
  ],
  [
    'closes at the sender',
    { at: 'sender', answer: '421 4.3.2 closing', hangUp: true },
    { state: 'failed', permanent: false, code: 421, taken: 0 },
  ],
  [
    'wants a sign-in we have not',
    { at: 'sender', answer: '530 5.7.0 sign in first' },
    { state: 'failed', permanent: false, code: 530, taken: 0 },
  ],
  [
    'knows no such user',
    { at: 'recipient', answer: '550 5.1.1 no such user' },
    { state: 'failed', permanent: true, code: 550, enhanced: '5.1.1', taken: 0 },
  ],
  [
    'finds the mailbox full for now',
    { at: 'recipient', answer: '452 4.2.2 full' },
    { state: 'failed', permanent: false, code: 452, enhanced: '4.2.2', taken: 0 },
  ],
  ['hangs up at the recipient', { at: 'recipient', drop: true }, { state: 'failed', permanent: false, code: null, taken: 0 }],
  ['refuses DATA for good', { at: 'data', answer: '554 5.5.1 no' }, { state: 'failed', permanent: true, code: 554, taken: 0 }],
  [
    'puts DATA off',
    { at: 'data', answer: '451 later' },
    { state: 'failed', permanent: false, code: 451, enhanced: null, taken: 0 },
  ],
  ['hangs up before DATA', { at: 'data', drop: true }, { state: 'failed', permanent: false, code: null, taken: 0 }],
  [
    'refuses the message',
    { at: 'dot', answer: '550 5.7.1 looks like spam' },
    { state: 'failed', permanent: true, code: 550, enhanced: '5.7.1', taken: 0 },
  ],
  [
    'finds the message too big',
    { at: 'dot', answer: '552 5.3.4 too big' },
    { state: 'failed', permanent: true, code: 552, taken: 0 },
  ],
  [
    'cannot keep the message now',
    { at: 'dot', answer: '451 4.3.0 disk' },
    { state: 'failed', permanent: false, code: 451, taken: 0 },
  ],
  [
    'closes instead of taking the message',
    { at: 'dot', answer: '421 4.3.2 closing', hangUp: true },
    { state: 'failed', permanent: false, code: 421, taken: 0 },
  ],
  ['hangs up after the final dot, having kept it', { at: 'dot', drop: true, keep: true }, { state: 'uncertain', taken: 1 }],
  ['hangs up after the final dot, having lost it', { at: 'dot', drop: true }, { state: 'uncertain', taken: 0 }],
  ['falls silent after the final dot', { at: 'dot', silence: true, keep: true }, { state: 'uncertain', taken: 1 }],
  ['falls silent before', { at: 'sender', silence: true }, { state: 'failed', permanent: false, code: null, taken: 0 }],
  ['says half an answer after the final dot', { at: 'dot', answer: '250-taken', hangUp: true }, { state: 'uncertain', taken: 0 }],
]
for (const extensions of [['PIPELINING'], []]) {
  for (const [what, fault, { state, taken, ...details }] of faults) {
    test(`the relay ${what}${extensions.length ? '' : ' (without pipelining)'}: ${state}${details.permanent ? ' for good' : ''}`, async (t) => {
      const limits = 'silence' in fault ? { sender: 30, answer: 30 } : {}
      const world = await openWorld(t, { extensions }, { limits })
      world.next(fault)
      const delivery = await world.send()
      assert.equal(delivery.state, state, JSON.stringify(delivery))
      if (delivery.state === 'failed')
        for (const [key, value] of Object.entries(details))
          assert.equal(delivery[key as keyof typeof details], value, JSON.stringify(delivery))
      if (delivery.state === 'failed') assert.ok(delivery.sentence.fr && delivery.sentence.en)
      assert.equal(world.mails.length, taken)
      const next = await world.send()
      assert.equal(next.state, 'handed_over', 'the fault does not cling to the next mail')
      assert.equal(world.mails.length, taken + 1)
    })
  }
}

test('a connection lost inside the message means that nothing was sent', async (t) => {
  const world = await openWorld(t)
  world.next({ at: 'inside', drop: true })
  const delivery = await world.send(one, large)
  assert.ok(delivery.state === 'failed' && !delivery.permanent && delivery.code === null, JSON.stringify(delivery))
  assert.equal(world.mails.length, 0)
})

test('a relay that refuses inside the message is believed', async (t) => {
  const world = await openWorld(t)
  world.next({ at: 'inside', answer: '552 5.3.4 that is enough' })
  const delivery = await world.send(one, large)
  assert.ok(delivery.state === 'failed' && delivery.permanent && delivery.code === 552, JSON.stringify(delivery))
})

test('a relay that stops reading inside the message is not waited for for ever, and nothing was sent', async (t) => {
  const stuck = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 x\r\n')
    socket.once('data', () => {
      socket.write('250-x\r\n250 PIPELINING\r\n')
      socket.once('data', () => (socket.write('250 ok\r\n250 ok\r\n354 go\r\n'), socket.pause()))
    })
    t.after(() => socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(stuck, 'listening')
  t.after(() => stuck.close())
  const relay = openRelay(`smtp://127.0.0.1:${(stuck.address() as AddressInfo).port}`, { limits: { body: 50 } })
  const delivery = await deliver(relay, one, large)
  assert.ok(delivery.state === 'failed' && !delivery.permanent, JSON.stringify(delivery))
})

test('a large message arrives whole', async (t) => {
  const world = await openWorld(t)
  assert.equal((await world.send(one, large)).state, 'handed_over')
  assert.ok(
    Buffer.from(world.mails[0]!.text, 'latin1').equals(large.at(-1) === 10 ? large : Buffer.concat([large, Buffer.from('\r\n')])),
  )
})

for (const extensions of [['PIPELINING'], []]) {
  test(`some recipients refused, the others served, and it is said which (${extensions[0] ?? 'one by one'})`, async (t) => {
    const world = await openWorld(t, { extensions })
    world.next(
      { at: 'recipient', only: /^bob/, answer: '550 5.1.1 no such user' },
      { at: 'recipient', only: /^eve/, answer: '450 4.2.1 try later' },
    )
    const delivery = await world.send(three)
    assert.ok(delivery.state === 'handed_over')
    assert.deepEqual(delivery.accepted, ['ada@client.example'])
    assert.deepEqual(
      delivery.rejected.map(({ address, permanent, enhanced }) => [address, permanent, enhanced]),
      [
        ['bob@client.example', true, '5.1.1'],
        ['eve@client.example', false, '4.2.1'],
      ],
    )
    assert.deepEqual(world.mails[0]!.to, ['ada@client.example'])
  })

  test(`all refused, one of them only for now: worth another try (${extensions[0] ?? 'one by one'})`, async (t) => {
    const world = await openWorld(t, { extensions })
    world.next({ at: 'recipient', only: /^bob/, answer: '450 4.2.1 try later' })
    world.always({ at: 'recipient', only: /./, answer: '550 5.1.1 no such user' })
    const delivery = await world.send(three)
    assert.ok(delivery.state === 'failed' && !delivery.permanent && delivery.code === 450)
    assert.equal(delivery.rejected.length, 3)
  })
}

test('nothing listens at the relay’s port: to be tried again', async () => {
  const gone = await openRelayWorld()
  await gone.close()
  const delivery = await deliver(openRelay(`smtp://127.0.0.1:${gone.port}`), one, bytes)
  assert.ok(delivery.state === 'failed' && !delivery.permanent)
  assert.match(delivery.sentence.en, /Nothing listens/)
})

test('a mail larger than the relay takes is not even tried', async (t) => {
  const world = await openWorld(t, { extensions: ['SIZE 50'] })
  const delivery = await world.send()
  assert.ok(delivery.state === 'failed' && delivery.permanent && delivery.enhanced === '5.3.4')
  assert.ok(!world.commands.some((line) => line.startsWith('MAIL')))
})

test('addresses in other alphabets: the domain is always speakable, the rest needs SMTPUTF8', async (t) => {
  const modern = await openWorld(t)
  assert.equal((await modern.send({ ...one, to: ['ada@bücher.example'] })).state, 'handed_over')
  assert.deepEqual(modern.mails[0]!.to, ['ada@xn--bcher-kva.example'])
  assert.doesNotMatch(modern.mails[0]!.parameters, /SMTPUTF8/)
  await modern.send({ ...one, to: ['адa@client.example'] })
  assert.match(modern.mails[1]!.parameters, /SMTPUTF8/)
  const old = await openWorld(t, { extensions: [] })
  const delivery = await old.send({ ...one, to: ['адa@client.example'] })
  assert.ok(delivery.state === 'failed' && delivery.permanent && delivery.enhanced === '5.6.7')
})

test('no command can be slipped in with an address', async (t) => {
  const world = await openWorld(t)
  for (const to of ['a@b.example>\r\nRCPT TO:<c@d.example', 'a b@c.example', '<a@b.example>', 'a@b.example\n', 'nobody', '']) {
    const delivery = await world.send({ ...one, to: [to] })
    assert.ok(delivery.state === 'failed' && delivery.permanent && delivery.code === 553, to)
  }
  assert.deepEqual(world.commands, [])
})

test('no second message can be smuggled out with bare line ends', async (t) => {
  const world = await openWorld(t)
  for (const trick of ['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\r', '\r\n.\r\n']) {
    await world.send(one, Buffer.from(`Subject: x\r\n\r\nouter${trick}MAIL FROM:<boss@guichet.example>\r\n`))
  }
  assert.equal(world.mails.length, 5)
  for (const { text } of world.mails) {
    assert.doesNotMatch(text, /\r(?!\n)|(?<!\r)\n/)
    assert.match(text, /outer\r\n\.\r\nMAIL FROM/)
  }
})

const secret = { user: 'guichet', password: 'pa/ss wörd' }
const withPassword = `smtp://guichet:${encodeURIComponent(secret.password)}@127.0.0.1:PORT`

for (const method of ['AUTH PLAIN', 'AUTH LOGIN']) {
  test(`signs in by ${method}`, async (t) => {
    const world = await openWorld(t, { signIn: secret, extensions: ['PIPELINING', method] }, { url: withPassword })
    assert.equal((await world.send()).state, 'handed_over')
    assert.equal(world.mails[0]!.user, 'guichet')
  })
}

test('a wrong password is ours to mend: the mail waits, and the password is shown nowhere', async (t) => {
  const world = await openWorld(t, { signIn: { ...secret, password: 'other' } }, { url: withPassword })
  const delivery = await world.send()
  assert.ok(delivery.state === 'failed' && !delivery.permanent && delivery.code === 535)
  const shown = JSON.stringify([delivery, world.relay, world.relay.shown])
  for (const form of [secret.password, encodeURIComponent(secret.password), Buffer.from(secret.password).toString('base64')])
    assert.ok(!shown.includes(form))
})

test('a relay that offers no sign-in is told from one that refuses it', async (t) => {
  const world = await openWorld(t, {}, { url: withPassword })
  const delivery = await world.send()
  assert.ok(delivery.state === 'failed' && !delivery.permanent)
  assert.match(delivery.sentence.en, /no sign-in by password/)
})

test('STARTTLS is used when offered, and TLS from the start when asked for', async (t) => {
  const certificate = makeCertificate('127.0.0.1', Temporal.Now.instant())
  const offered = await openWorld(t, { certificate })
  await offered.send()
  assert.equal(offered.mails[0]!.tls, true)
  const direct = await openWorld(t, { certificate, tlsFromTheStart: true }, { url: 'smtps://127.0.0.1:PORT' })
  await direct.send()
  assert.equal(direct.mails[0]!.tls, true)
})

test('where encryption is required, a relay without it or with a wrong certificate gets nothing', async (t) => {
  const plain = await openWorld(t, { signIn: secret }, { url: `${withPassword}?tls=required` })
  const certified = await openWorld(
    t,
    { certificate: makeCertificate('other.example', Temporal.Now.instant()) },
    { url: 'smtp://127.0.0.1:PORT?tls=required&verify=yes' },
  )
  for (const world of [plain, certified]) {
    const delivery = await world.send()
    assert.ok(delivery.state === 'failed' && !delivery.permanent)
    assert.match(delivery.sentence.en, /no encrypted connection/)
    assert.ok(!world.commands.some((line) => /^(AUTH|MAIL)/.test(line)))
  }
})
