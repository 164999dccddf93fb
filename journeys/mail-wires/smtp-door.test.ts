import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { makeCertificate } from '../../src/channels/email/smtp/certificate.ts'
import { openSmtpDoor, PortInUse, type DoorSettings, type Envelope, type Kept } from '../../src/channels/email/smtp/open-door.ts'

type Mail = { envelope: Envelope; text: string; sha256: string; length: number }
type World = { port: number; mails: Mail[]; close(): Promise<void> }
const silent = { info() {}, warn() {}, error() {} }

async function openWorld(t: TestContext, changes: Partial<DoorSettings> = {}): Promise<World> {
  const mails: Mail[] = []
  const door = await openSmtpDoor({
    port: 0,
    host: '127.0.0.1',
    name: 'door.example',
    recipientAllowed: (address) => address.endsWith('@guichet.example'),
    keep: async (envelope, body) => {
      mails.push({ envelope, text: (await body.bytes()).toString('latin1'), sha256: body.sha256, length: body.length })
      return { receipt: `R${mails.length}` }
    },
    log: silent,
    ...changes,
  })
  t.after(() => door.close())
  return { port: door.port, mails, close: () => door.close() }
}

type Talk = {
  say(line: string): Promise<string>
  write(bytes: string | Buffer): void
  hear(): Promise<string>
  heard(pattern: RegExp): Promise<string>
  socket: Socket
  over: Promise<unknown>
}

// A sender that says exactly what the test says, byte for byte.
async function talkOver(socket: Socket): Promise<Talk> {
  let waiting = ''
  let wake = () => {}
  const over = once(socket, 'close')
  socket.on('data', (chunk) => ((waiting += chunk.toString()), wake()))
  socket.on('close', () => wake())
  socket.on('error', () => wake())
  const reply = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/
  async function hear(): Promise<string> {
    for (;;) {
      const found = reply.exec(waiting)?.[0]
      if (found) return ((waiting = waiting.slice(found.length)), found.trim())
      if (socket.destroyed) return '(closed)'
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const write = (bytes: string | Buffer) => void socket.write(bytes)
  const say = (line: string) => (write(`${line}\r\n`), hear())
  async function heard(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = await hear()
      if (pattern.test(line) || line === '(closed)') return line
    }
  }
  return { say, write, hear, heard, socket, over }
}

async function call(t: TestContext, { port }: { port: number }, hello = 'EHLO sender.example'): Promise<Talk> {
  const talk = await talkOver(connect(port, '127.0.0.1'))
  t.after(() => talk.socket.destroy())
  await talk.hear()
  if (hello) await talk.say(hello)
  return talk
}

const from = 'MAIL FROM:<ada@client.example>'
const to = 'RCPT TO:<help@guichet.example>'

async function startData(talk: Talk): Promise<void> {
  assert.match(await talk.say(from), /^250/)
  assert.match(await talk.say(to), /^250/)
  assert.match(await talk.say('DATA'), /^354/)
}

test('a message is taken only once it has been kept', async (t) => {
  const kept = Promise.withResolvers<Kept>()
  const asked = Promise.withResolvers<void>()
  const world = await openWorld(t, { keep: () => (asked.resolve(), kept.promise) })
  const talk = await call(t, world)
  await startData(talk)
  let answered = false
  const answer = talk.say('Subject: x\r\n\r\nhello\r\n.').then((line) => ((answered = true), line))
  await asked.promise
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(answered, false)
  kept.resolve({ receipt: 'R-42' })
  assert.equal(await answer, '250 2.0.0 kept as R-42')
})

test('what is kept is byte for byte what was sent, with who sent it to whom', async (t) => {
  const world = await openWorld(t)
  const talk = await call(t, world)
  await startData(talk)
  await talk.say('Subject: caf\xc3\xa9\r\n\r\n..dot\r\nend\r\n.')
  const [mail] = world.mails
  assert.equal(Buffer.from(mail!.text, 'latin1').toString(), 'Subject: caf\xc3\xa9\r\n\r\n.dot\r\nend\r\n')
  assert.equal(mail!.sha256, createHash('sha256').update(Buffer.from(mail!.text, 'latin1')).digest('hex'))
  assert.deepEqual(mail!.envelope, {
    remote: '127.0.0.1',
    helo: 'sender.example',
    mailFrom: 'ada@client.example',
    rcptTo: ['help@guichet.example'],
    tls: false,
    protocol: 'ESMTP',
  })
})

test('a bounce, which has no sender, is taken', async (t) => {
  const world = await openWorld(t)
  const talk = await call(t, world)
  await talk.say('MAIL FROM:<>')
  await talk.say(to)
  await talk.say('DATA')
  assert.match(await talk.say('x\r\n.'), /^250/)
  assert.equal(world.mails[0]!.envelope.mailFrom, '')
})

test('mail for other houses is never taken, and the sentence says why', async (t) => {
  const talk = await call(t, await openWorld(t))
  await talk.say(from)
  assert.match(
    await talk.say('RCPT TO:<victim@elsewhere.example>'),
    /^550 5\.1\.1 victim@elsewhere\.example is not an address of this house/,
  )
  assert.match(await talk.say('DATA'), /^503/)
})

test('when it cannot be told whether an address is ours, the sender is asked to come back', async (t) => {
  const talk = await call(t, await openWorld(t, { recipientAllowed: () => Promise.reject(new Error('database away')) }))
  await talk.say(from)
  assert.match(await talk.say(to), /^451 4\.3\.0/)
})

const failures: [string, DoorSettings['keep'], RegExp][] = [
  ['the database is away', () => Promise.reject(new Error('connection refused')), /^451 4\.3\.0/],
  ['the disk is full', () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })), /^452 4\.3\.1/],
  ['the database disk is full', () => Promise.reject(Object.assign(new Error('disk_full'), { code: '53100' })), /^452 4\.3\.1/],
  ['the caller refuses', async () => ({ refused: { code: 554, enhanced: '5.7.1', sentence: 'No.' } }), /^554 5\.7\.1 No\./],
]
for (const [what, keep, answer] of failures) {
  test(`${what}: the sender hears ${answer.source} and may go on`, async (t) => {
    const talk = await call(t, await openWorld(t, { keep }))
    await startData(talk)
    assert.match(await talk.say('x\r\n.'), answer)
    assert.match(await talk.say('NOOP'), /^250/)
  })
}

test('keeping that never ends is answered in time', async (t) => {
  const talk = await call(t, await openWorld(t, { keep: () => new Promise(() => {}), limits: { keepMilliseconds: 20 } }))
  await startData(talk)
  assert.match(await talk.say('x\r\n.'), /^451 4\.3\.0/)
})

test('a big message goes through a file of which nothing remains', async (t) => {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'guichet-spool-'))
  const lines = Array.from({ length: 4_000 }, () => randomBytes(400).toString('base64')).join('\r\n')
  let streamed = ''
  const world = await openWorld(t, {
    spoolFolder,
    keep: async (_, body) => {
      for await (const part of body.stream()) streamed += String(part)
      assert.equal(
        createHash('sha256')
          .update(await body.bytes())
          .digest('hex'),
        body.sha256,
      )
      return { receipt: 'R' }
    },
  })
  const talk = await call(t, world)
  await startData(talk)
  assert.match(await talk.say(`${lines}\r\n.`), /^250/)
  assert.equal(streamed, `${lines}\r\n`)
  assert.deepEqual(await readdir(spoolFolder), [])
})

test('a message announced too long is refused before it is sent', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { messageBytes: 1_000 } }))
  assert.match(await talk.say(`${from} SIZE=1001`), /^552/)
})

test('a message found too long is read to its end and refused, and the next one is taken', async (t) => {
  const world = await openWorld(t, { limits: { messageBytes: 1_000 } })
  const talk = await call(t, world)
  await startData(talk)
  assert.match(await talk.say(`${'x'.repeat(998)}\r\ny\r\n.`), /^552 5\.3\.4/)
  await startData(talk)
  assert.match(await talk.say('short\r\n.'), /^250/)
  assert.equal(world.mails.length, 1)
})

test('a message without end is cut off', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { messageBytes: 1_000 } }))
  await startData(talk)
  talk.write(`${'x'.repeat(900)}\r\n`.repeat(10))
  assert.match(await talk.hear(), /^552/)
  await talk.over
})

test('when the spool has no room the sender is asked to come back', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { memoryBytesPerMessage: 10, spoolBytes: 100 } }))
  await startData(talk)
  assert.match(await talk.say(`${'x'.repeat(500)}\r\n.`), /^452 4\.3\.1/)
})

test('a sender who vanishes inside a message leaves nothing and disturbs nobody', async (t) => {
  const world = await openWorld(t)
  const gone = await call(t, world)
  await startData(gone)
  gone.write('half a mess')
  gone.socket.destroy()
  await gone.over
  const talk = await call(t, world)
  await startData(talk)
  assert.match(await talk.say('whole\r\n.'), /^250/)
  assert.deepEqual(
    world.mails.map(({ text }) => text),
    ['whole\r\n'],
  )
})

test('ten thousand recipients in one message are taken, pipelined', async (t) => {
  const world = await openWorld(t)
  const talk = await call(t, world)
  const recipients = Array.from({ length: 10_000 }, (_, n) => `RCPT TO:<p${n}@guichet.example>\r\n`)
  talk.write(`${from}\r\n${recipients.join('')}DATA\r\n`)
  assert.match(await talk.heard(/^(354|4|5)/), /^354/)
  assert.match(await talk.say('x\r\n.'), /^250/)
  assert.equal(world.mails[0]!.envelope.rcptTo.length, 10_000)
})

test('two pipelined messages on one connection are two messages', async (t) => {
  const world = await openWorld(t)
  const talk = await call(t, world)
  talk.write(`${from}\r\n${to}\r\nDATA\r\n`)
  await talk.heard(/^354/)
  talk.write(`one\r\n.\r\n${from}\r\n${to}\r\nDATA\r\n`)
  await talk.heard(/^354/)
  talk.write('two\r\n.\r\nQUIT\r\n')
  assert.match(await talk.heard(/^221/), /^221/)
  assert.deepEqual(
    world.mails.map(({ text }) => text),
    ['one\r\n', 'two\r\n'],
  )
})

// SMTP smuggling (CVE-2023-51764 and its kin): a sequence that one server takes for the end of the message and the next does not
// would let a sender slip in a second message under a borrowed name. Only CRLF . CRLF ends a message here; the rest is its content.
const smugglers: [string, string][] = [
  ['LF . LF', '\n.\n'],
  ['LF . CRLF', '\n.\r\n'],
  ['CRLF . LF', '\r\n.\n'],
  ['CR . CR', '\r.\r'],
  ['CR . CRLF', '\r.\r\n'],
  ['CRLF . CR', '\r\n.\r'],
  ['CR CRLF . CR CRLF', '\r\r\n.\r\r\n'],
  ['CRLF NUL . CRLF', '\r\n\0.\r\n'],
  ['CRLF . NUL CRLF', '\r\n.\0\r\n'],
  ['LF . CR LF in pieces', '\n.\r|\n'],
  ['CRLF .. CRLF in pieces', '\r\n.|.\r\n'],
]
for (const [name, sequence] of smugglers) {
  test(`a second message cannot be smuggled in behind ${name}`, async (t) => {
    const world = await openWorld(t)
    const talk = await call(t, world)
    await startData(talk)
    const inner = `MAIL FROM:<boss@guichet.example>\r\n${to}\r\nDATA\r\nsmuggled\r\n`
    for (const piece of `outer${sequence}${inner}`.split('|')) {
      talk.write(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.match(await talk.say('.'), /^250/)
    assert.equal(world.mails.length, 1)
    assert.equal(world.mails[0]!.envelope.mailFrom, 'ada@client.example')
    assert.ok(world.mails[0]!.text.endsWith('smuggled\r\n'))
  })
}

test('however the bytes are cut, the end of a message is found and nothing else is', async (t) => {
  const world = await openWorld(t)
  const talk = await call(t, world)
  const body = '..\r\n...\r\na\r\n..b\r\n\r\n..\r\nend'
  await startData(talk)
  for (const byte of `${body}\r\n.\r\n`) {
    talk.write(byte)
    await new Promise((resolve) => setImmediate(resolve))
  }
  assert.match(await talk.hear(), /^250/)
  assert.equal(world.mails[0]!.text, `${body.replace(/(^|\n)\./g, '$1')}\r\n`)
})

test('commands no sender needs are not known here', async (t) => {
  const talk = await call(t, await openWorld(t))
  for (const command of ['AUTH PLAIN AGEAYg==', 'WIZ x', 'SHELL', 'KILL', 'XCLIENT ADDR=1.2.3.4', '__proto__', 'constructor']) {
    assert.match(await talk.say(command), /^5\d\d/, command)
  }
})

test('a browser made to speak to the door is turned away', async (t) => {
  const talk = await call(t, await openWorld(t), '')
  assert.match(await talk.say('POST / HTTP/1.1'), /^421/)
})

test('a command line without end is cut off', async (t) => {
  const talk = await call(t, await openWorld(t))
  talk.write('MAIL FROM:<'.padEnd(20_000, 'x'))
  assert.match(await talk.hear(), /^421/)
})

test('control characters in an address are refused', async (t) => {
  const talk = await call(t, await openWorld(t))
  assert.match(await talk.say('MAIL FROM:<a\x01b@client.example>'), /^501/)
})

test('addresses in other alphabets are taken as they are', async (t) => {
  const world = await openWorld(t, { recipientAllowed: () => true })
  const talk = await call(t, world)
  assert.match(await talk.say('MAIL FROM:<ivan@пример.example> SMTPUTF8 BODY=8BITMIME'), /^250/)
  assert.match(await talk.say('RCPT TO:<помощь@guichet.example>'), /^250/)
  await talk.say('DATA')
  assert.match(await talk.say('x\r\n.'), /^250/)
  assert.deepEqual(world.mails[0]!.envelope.rcptTo, ['помощь@guichet.example'])
})

test('one address cannot take all the places', async (t) => {
  const world = await openWorld(t, { limits: { connectionsPerAddress: 2 } })
  const first = await call(t, world)
  await call(t, world)
  const third = await talkOver(connect(world.port, '127.0.0.1'))
  assert.match(await third.hear(), /^421 4\.7\.0/)
  await third.over
  await first.say('QUIT')
  first.socket.end()
  await first.over
  assert.match(await (await call(t, world)).say('NOOP'), /^250/)
})

test('a visitor who only keeps the line busy is asked to leave', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { commandsMilliseconds: 50 } }))
  const trickle = setInterval(() => talk.write('N'), 10)
  t.after(() => clearInterval(trickle))
  assert.match(await talk.heard(/^421/), /^421 4\.4\.2/)
})

test('a message that trickles in is not waited for for ever', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { dataGraceMilliseconds: 50, slowestBytesPerSecond: 1_000_000 } }))
  await startData(talk)
  const trickle = setInterval(() => talk.write('x\r\n'), 10)
  t.after(() => clearInterval(trickle))
  assert.match(await talk.heard(/^421/), /^421 4\.4\.2/)
})

test('an idle visitor is asked to leave', async (t) => {
  const talk = await call(t, await openWorld(t, { limits: { idleMilliseconds: 300 } }))
  assert.match(await talk.hear(), /^421/)
})

test('STARTTLS with a certificate made by ourselves', async (t) => {
  const world = await openWorld(t, { certificate: makeCertificate('door.example', Temporal.Now.instant()) })
  const plain = await call(t, world, '')
  assert.match(await plain.say('EHLO sender.example'), /STARTTLS/)
  await plain.say('STARTTLS')
  plain.socket.removeAllListeners('data')
  const secured = connectTls({ socket: plain.socket, rejectUnauthorized: false })
  await once(secured, 'secureConnect')
  assert.equal(secured.getPeerCertificate().subjectaltname, 'DNS:door.example')
  const talk = await talkOver(secured)
  await talk.say('EHLO sender.example')
  await startData(talk)
  assert.match(await talk.say('x\r\n.'), /^250/)
  assert.equal(world.mails[0]!.envelope.protocol, 'ESMTPS')
  assert.equal(world.mails[0]!.envelope.tls, true)
})

test('commands slipped in behind STARTTLS in the clear are forgotten', async (t) => {
  const world = await openWorld(t, { certificate: makeCertificate('door.example', Temporal.Now.instant()) })
  const plain = await call(t, world)
  plain.socket.removeAllListeners('data')
  plain.write(`STARTTLS\r\n${from}\r\n`)
  await once(plain.socket, 'data')
  const secured = connectTls({ socket: plain.socket, rejectUnauthorized: false })
  await once(secured, 'secureConnect')
  const talk = await talkOver(secured)
  await talk.say('EHLO sender.example')
  assert.match(await talk.say(to), /^503/)
})

test('LMTP answers once for every recipient, also one named twice', async (t) => {
  let turn = 0
  const world = await openWorld(t, {
    lmtp: true,
    keep: async () => (turn++ === 0 ? { receipt: 'R1' } : { refused: { code: 451, enhanced: '4.3.0', sentence: 'Later.' } }),
  })
  const talk = await call(t, world, 'LHLO relay.example')
  const sendToThree = async () => {
    await talk.say(from)
    await talk.say('RCPT TO:<a@guichet.example>')
    await talk.say('RCPT TO:<a@guichet.example>')
    await talk.say('RCPT TO:<nobody@elsewhere.example>')
    await talk.say('RCPT TO:<b@guichet.example>')
    await talk.say('DATA')
    return [await talk.say('x\r\n.'), await talk.hear(), await talk.hear(), await talk.say('NOOP')]
  }
  assert.deepEqual(await sendToThree(), [...Array.from({ length: 3 }, () => '250 2.0.0 kept as R1'), '250 OK'])
  assert.deepEqual(await sendToThree(), [...Array.from({ length: 3 }, () => '451 4.3.0 Later.'), '250 OK'])
})

test('closing waits for the message under way and sends the others home', async (t) => {
  const kept = Promise.withResolvers<Kept>()
  const asked = Promise.withResolvers<void>()
  const world = await openWorld(t, { keep: () => (asked.resolve(), kept.promise) })
  const idle = await call(t, world)
  const busy = await call(t, world)
  await startData(busy)
  busy.write('x\r\n.\r\n')
  await asked.promise
  const closed = world.close()
  assert.match(await idle.hear(), /^421 4\.3\.2/)
  idle.socket.end()
  kept.resolve({ receipt: 'R7' })
  assert.equal(await busy.hear(), '250 2.0.0 kept as R7')
  assert.match(await busy.hear(), /^421/)
  busy.socket.end()
  await closed
})

test('closing does not wait for ever', async (t) => {
  const world = await openWorld(t, { keep: () => new Promise(() => {}), limits: { closeMilliseconds: 50 } })
  const talk = await call(t, world)
  await startData(talk)
  talk.write('x\r\n.\r\n')
  await world.close()
  await talk.over
})

test('a port taken by another program is named', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  await assert.rejects(
    openWorld(t, { port }),
    (error) => error instanceof PortInUse && error.port === port && error.message.includes(String(port)),
  )
})
