// What is not a conversation: nonsense, floods, foreign pages, secrets that are none.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test, type TestContext } from 'node:test'
import { WebSocket } from 'ws'
import { chatNamed, LONGEST_CHAT_TEXT, type Answer, type Frame } from '../contract.ts'
import { openShop, SITE, type Server, type Shop } from './test-shop.ts'

// However slow the machine: nothing of what one may say comes back while one says it.
function noTimePasses(t: TestContext): void {
  const now = performance.now()
  t.mock.method(performance, 'now', () => now)
}

const address = (shop: Shop, server: Server, key = shop.key): string =>
  `${server.url.replace('http', 'ws')}/api/widget/${key}/socket`

async function refusedWith(url: string, headers: Record<string, string>): Promise<[number, string]> {
  const socket = new WebSocket(url, { headers })
  socket.on('error', () => {})
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, import('node:http').IncomingMessage]
  const pieces: Buffer[] = []
  for await (const piece of response) pieces.push(piece as Buffer)
  assert.match(response.headers['content-type'] ?? '', /^application\/problem\+json/)
  return [response.statusCode ?? 0, (JSON.parse(Buffer.concat(pieces).toString()) as { code: string }).code]
}

async function raw(shop: Shop, server: Server) {
  const socket = new WebSocket(address(shop, server), { headers: { origin: SITE } })
  socket.on('error', () => {})
  const answers: Answer[] = []
  socket.on('message', (data) => answers.push(JSON.parse((data as Buffer).toString()) as Answer))
  await once(socket, 'open')
  const closed = once(socket, 'close') as Promise<[number, Buffer]>
  return { socket, answers, closed }
}

test('a foreign page, a page that does not say which it is, and an unknown widget are refused before a socket opens', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  assert.deepEqual(await refusedWith(address(shop, server), { origin: 'https://evil.example' }), [403, 'widget.foreign_origin'])
  assert.deepEqual(await refusedWith(address(shop, server), {}), [403, 'widget.origin_missing'])
  const unknown = `${shop.key.slice(0, -4)}aaaa`
  assert.deepEqual(await refusedWith(address(shop, server, unknown), { origin: SITE }), [404, 'widget.unknown'])
})

test('nonsense is answered as such, and whoever goes on with it is sent off', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const { socket, answers, closed } = await raw(shop, server)
  for (const text of ['{', '[]', '{"say":{}}', '{"hello":{},"say":{}}', '{"constructor":{}}', '"x"']) socket.send(text)
  const [code] = await closed
  assert.equal(code, 1008)
  assert.deepEqual(answers.map((answer) => 'refused' in answer && answer.refused.code).slice(0, 5), Array(5).fill('chat.unreadable')) // prettier-ignore
})

test('a frame larger than any that is needed ends the line', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const { socket, closed } = await raw(shop, server)
  socket.send('x'.repeat(20_000))
  assert.equal((await closed)[0], 1009)
})

test('a secret of another form, or of another house, is refused', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  for (const visit of ['', 'vs_nothing', `vs_${'0'.repeat(32)}_${'a'.repeat(26)}`]) {
    const { socket, answers, closed } = await raw(shop, server)
    const frame: Frame = { hello: { visit, identity: null, seen: 0, language: 'fr', page: '' } }
    socket.send(JSON.stringify(frame))
    assert.equal((await closed)[0], 1008)
    assert.deepEqual(answers.map((answer) => 'refused' in answer && answer.refused.code), ['widget.visit_unreadable']) // prettier-ignore
  }
})

test('an empty message and one that is too long are refused by name, and the line goes on', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  const codes: string[] = []
  for (const text of ['  ', 'é'.repeat(LONGEST_CHAT_TEXT + 1)]) {
    const refused = camille.next('refused')
    camille.send({ say: { id: crypto.randomUUID(), text, files: [] } })
    codes.push((await refused).code)
  }
  assert.deepEqual(codes, ['chat.empty', 'chat.too_long'])
  assert.equal((await camille.say('é'.repeat(LONGEST_CHAT_TEXT))).seq, 1)
})

test('who writes faster than anybody can is held back, and loses nothing of what was taken', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  noTimePasses(t)
  await camille.connect()
  const refused = camille.next('refused')
  for (let n = 0; n < 25; n++) camille.send({ say: { id: crypto.randomUUID(), text: `${n}`, files: [] } })
  assert.equal((await refused).code, 'chat.too_fast')
  await camille.close()
  await server.settled()
  const back = shop.visitor(server, { secret: camille.secret })
  const { thread } = await back.connect()
  assert.deepEqual(thread.map(({ seq }) => seq), thread.map((_, at) => at + 1)) // prettier-ignore
  assert.equal(thread.length, 20)
})

test('more conversations from one address than it may begin are refused, and cost nothing', async (t) => {
  const shop = await openShop(t, { new_per_minute: 3 })
  const server = await shop.serve()
  const codes: (string | number)[] = []
  for (let n = 0; n < 4; n++) {
    const one = shop.visitor(server)
    await one.connect()
    const heard = Promise.race([one.next('took').then(({ seq }) => seq), one.next('refused').then(({ code }) => code)])
    one.send({ say: { id: crypto.randomUUID(), text: 'Bonjour', files: [] } })
    codes.push(await heard)
    await one.close()
  }
  assert.deepEqual(codes, [1, 1, 1, 'widget.too_many_conversations'])
})

test('a token nobody of the site signed leaves the visitor anonymous, and says why', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1","email":"a@b.example"}').toString('base64url')}.`
  const { socket, answers } = await raw(shop, server)
  const frame: Frame = {
    hello: {
      visit: `vs_${shop.tenant.replaceAll('-', '')}_${'a'.repeat(26)}`,
      identity: none,
      seen: 0,
      language: 'fr',
      page: '',
    },
  }
  socket.send(JSON.stringify(frame))
  while (answers.length === 0) await once(socket, 'message')
  const welcome = answers.flatMap((answer) => ('welcome' in answer ? answer.welcome : []))[0]
  assert.equal(welcome?.verified, null)
  assert.match(welcome?.distrusted?.code ?? '', /^identity\./)
  socket.terminate()
})

test('who leaves and comes back at once may say no more for it', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  const refused: string[] = []
  noTimePasses(t)
  for (let n = 0; n < 3; n++) {
    await camille.connect()
    const from = camille.heard.length
    for (let m = 0; m < 15; m++) camille.send({ say: { id: crypto.randomUUID(), text: `${n} ${m}`, files: [] } })
    const last = { id: crypto.randomUUID(), text: 'last', files: [] }
    const ended = Promise.race([
      camille.next('took', ({ id }) => id === last.id),
      camille.next('refused', ({ id }) => id === last.id),
    ])
    camille.send({ say: last })
    await ended
    refused.push(...camille.heard.slice(from).flatMap((answer) => ('refused' in answer ? answer.refused.code : [])))
    await camille.close()
  }
  assert.equal(refused.length, 48 - 20, 'held back of 48')
  assert.deepEqual([...new Set(refused)], ['chat.too_fast'])
})

test('who says a thousand names is written down once for each that is new, and no faster than they may speak', async (t) => {
  const shop = await openShop(t)
  const server = await shop.serve()
  const camille = shop.visitor(server)
  await camille.connect()
  noTimePasses(t)
  await camille.say('Bonjour')
  for (let n = 0; n < 10; n++) camille.send({ who: { name: 'Camille', email: 'camille@client.example' } })
  const refused = camille.next('refused')
  for (let n = 0; n < 20; n++) camille.send({ who: { name: `Camille ${n}`, email: `victim${n}@other.example` } })
  assert.equal((await refused).code, 'chat.too_fast')
  const named = await shop.heard(chatNamed)
  assert.ok(named.length >= 1 && named.length <= 12, `${named.length} times`)
})
