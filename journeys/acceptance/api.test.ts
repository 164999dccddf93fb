// docs of the HTTP surface, sentence by sentence, on the real program.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import { newGuichet, type Guichet } from '../world/guichet.ts'
import { heard, tell, type Event, type Problem } from './said.ts'

let guichet: Guichet
let key = ''
before(async () => {
  guichet = await newGuichet()
  await guichet.start()
  key = (await guichet.run(['key', 'create', '--role', 'director'])).out.trim()
})
after(async () => await guichet.clear())

type Made = { id: string; version: number; status: string; owner: { id: string; name: string } }
const ask = async (where: string, given: Parameters<typeof tell>[2] = {}) => await tell({ guichet, key }, where, given)
const opened = async (subject = 'Une demande'): Promise<Made> => {
  const customer = { email: 'camille@client.example', name: 'Camille' }
  return (await ask('/api/v1/cases', { method: 'POST', body: { subject, customer, text: 'Bonjour' } })).body as Made // the documented shape
}
const UNKNOWN = '01a20094-0000-7002-a06b-96f0fb6ae81f'

const wrong: [string, string, Parameters<typeof tell>[2], number, string][] = [
  ['a route that is not', '/api/v1/nowhere', {}, 404, 'not_found'],
  ['a page that is not', '/nowhere', {}, 404, 'not_found'],
  ['an address that is none', '/api/v1/cases/%zz', {}, 404, 'not_found'],
  ['no key', '/api/v1/cases', { key: null }, 401, 'sign_in.needed'],
  ['a key nobody made', '/api/v1/cases', { key: 'gk_0123' }, 401, 'sign_in.needed'],
  ['broken JSON', '/api/v1/cases', { method: 'POST', text: '{"subject":' }, 400, 'body.unreadable'],
  ['no body', '/api/v1/cases', { method: 'POST' }, 422, 'input.invalid'],
  [
    'a body of words',
    '/api/v1/cases',
    { method: 'POST', text: 'hello', headers: { 'content-type': 'text/plain' } },
    415,
    'body.type_unknown',
  ],
  [
    'a body too large',
    '/api/v1/cases',
    { method: 'POST', body: { subject: 'x', text: 'y'.repeat(2_500_000) } },
    413,
    'body.too_large',
  ],
  ['no file where files go', `/api/v1/cases/${UNKNOWN}/uploads`, { method: 'POST', body: {} }, 415, 'body.type_unknown'],
  [
    'an endless idempotency key',
    '/api/v1/cases',
    { method: 'POST', body: { subject: 'x' }, headers: { 'idempotency-key': 'k'.repeat(201) } },
    422,
    'input.invalid',
  ],
  ['a status that is none', '/api/v1/cases?status=asleep', {}, 422, 'input.invalid'],
  ['a page without bound', '/api/v1/cases?limit=100000', {}, 422, 'input.invalid'],
  ['a place that is none', '/api/v1/events?after=yesterday', {}, 422, 'input.invalid'],
  ['a place beyond all places', '/api/v1/events?after=99999999999999999999.1', {}, 422, 'input.invalid'],
  ['an instant that is none', `/api/v1/cases/${UNKNOWN}/owners?at=yesterday`, {}, 422, 'input.invalid'],
  ['a case that is not', `/api/v1/cases/${UNKNOWN}`, {}, 404, 'case.unknown'],
  ['a WebSocket that is none', '/api/v1/live', {}, 426, 'upgrade.needed'],
]
for (const [what, where, given, status, code] of wrong)
  test(`${what} is refused with ${code}`, async () => {
    const told = await ask(where, given)
    const problem = told.body as Problem
    assert.deepEqual([told.status, problem.code, problem.status], [status, code, status])
    assert.match(told.type, /^application\/problem\+json/)
    assert.ok(problem.fr && problem.en)
  })

test('a cursor made up is no error, and a list is walked to its end, each case once', async () => {
  const made = new Set<string>()
  for (let i = 0; i < 5; i++) made.add((await opened(`Liste ${i}`)).id)
  assert.equal((await ask(`/api/v1/cases?cursor=2026-99-99T99:99:99Z~${UNKNOWN}`)).status, 200)
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const { items, next } = (await ask(`/api/v1/cases?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).body as {
      items: Made[]
      next: string | null
    }
    assert.ok(items.length <= 2)
    seen.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  assert.equal(new Set(seen).size, seen.length)
  for (const id of made) assert.ok(seen.includes(id))
})

test('a case is shown with what was promised', async () => {
  const { id } = await opened()
  const shown = (await ask(`/api/v1/cases/${id}`)).body as Record<string, unknown>
  for (const name of [
    'id',
    'number',
    'subject',
    'status',
    'reason',
    'owner',
    'deputy',
    'chosen_by',
    'customer',
    'brand',
    'entry_point',
    'opened_at',
    'closed_at',
    'conversations',
  ])
    assert.ok(name in shown, name)
  const [conversation] = shown['conversations'] as { id: string; channel: string; interactions: Record<string, unknown>[] }[]
  for (const name of ['id', 'direction', 'at', 'from', 'to', 'text', 'html', 'attachments', 'state'])
    assert.ok(name in conversation!.interactions[0]!, name)
})

test('twenty simultaneous answers with one idempotency key are one', async () => {
  const { id } = await opened()
  const once = { method: 'POST', body: { text: 'Une seule fois.' }, headers: { 'idempotency-key': `twenty-${id}` } }
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(`/api/v1/cases/${id}/replies`, once)))
  assert.equal(new Set(answers.map(({ body }) => (body as Made).id)).size, 1)
  const shown = (await ask(`/api/v1/cases/${id}`)).body as { conversations: { interactions: { direction: string }[] }[] }
  assert.equal(shown.conversations.flatMap((c) => c.interactions).filter((i) => i.direction === 'out').length, 1)
  const other = await ask(`/api/v1/cases/${id}/replies`, { ...once, body: { text: 'Autre chose.' } })
  assert.deepEqual([other.status, (other.body as Problem).code], [409, 'idempotency.reused'])
})

for (const condition of ['expected_owner', 'If-Match'] as const)
  test(`of fifty who take a case at once under ${condition} one wins, the others are told who`, async () => {
    const { id, owner, version } = await opened()
    const people = await Promise.all(
      ['Anna', 'Bruno', 'Chloe'].map((name) =>
        ask('/api/v1/staff', {
          method: 'POST',
          body: { name, email: `${name}-${id}@centre.example`, language: 'fr', roles: ['agent'] },
        }),
      ),
    )
    const ids = people.map(({ body }) => (body as Made).id)
    const given = condition === 'If-Match' ? { headers: { 'if-match': `"${version}"` } } : {}
    const takers = await Promise.all(Array.from({ length: 50 }, (_, i) => {
      const body = { owner: ids[i % 3], ...(condition === 'If-Match' ? {} : { expected_owner: owner.id }) }
      return ask(`/api/v1/cases/${id}/owner`, { method: 'PUT', body, ...given })
    })) // prettier-ignore
    const now = (await ask(`/api/v1/cases/${id}`)).body as Made
    assert.equal(takers.filter(({ status }) => status === 200).length, 1)
    for (const { status, body } of takers.filter((taker) => taker.status !== 200)) {
      assert.equal(status, 409)
      assert.deepEqual((body as Problem).details['owner'], now.owner)
    }
    const past = (await ask(`/api/v1/cases/${id}/owners`)).body as {
      items: { owner: { id: string }; since: string; until: string | null }[]
    }
    assert.deepEqual(
      past.items.map((each) => each.owner.id),
      [owner.id, now.owner.id],
    )
    assert.equal(past.items[0]!.until, past.items[1]!.since, 'nobody in between')
    const then = (await ask(`/api/v1/cases/${id}/owners?at=${past.items[0]!.since}`)).body as typeof past
    assert.deepEqual(
      then.items.map((each) => each.owner.id),
      [owner.id],
    )
  })

test('a condition that is stale or cannot be read is never taken as met', async () => {
  const { id, version } = await opened()
  const note = await ask(`/api/v1/cases/${id}/notes`, {
    method: 'POST',
    body: { text: 'vu' },
    headers: { 'if-match': `"${version}"` },
  })
  assert.equal(note.status, 201)
  const { etag } = await ask(`/api/v1/cases/${id}`)
  for (const [condition, status] of [
    ['"999"', 409],
    ['"abc"', 422],
    ['W/"998"', 409],
  ] as const) {
    assert.equal(
      (await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT', headers: { 'if-match': condition } })).status,
      status,
      condition,
    )
    assert.equal(
      (await ask(`/api/v1/cases/${id}/replies`, { method: 'POST', body: { text: 'x' }, headers: { 'if-match': condition } }))
        .status,
      status,
      condition,
    )
  }
  assert.equal((await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT', headers: { 'if-match': etag! } })).status, 200)
})

test('closing twice is closing once, and so is reopening', async () => {
  const { id } = await opened()
  const [first, second] = [
    await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT' }),
    await ask(`/api/v1/cases/${id}/closure`, { method: 'PUT' }),
  ]
  assert.deepEqual([first.status, second.status, second.body], [200, 200, first.body])
  for (const method of ['DELETE', 'DELETE']) assert.equal((await ask(`/api/v1/cases/${id}/closure`, { method })).status, 200)
  const trail = (await ask(`/api/v1/audit?about=${id}`)).body as { items: { what: string }[] }
  assert.deepEqual(
    trail.items.map(({ what }) => what),
    ['case.reopened', 'case.closed'],
  )
})

test('an answer goes to addresses only', async () => {
  const { id } = await opened()
  for (const address of ['x\r\nBcc: evil@evil.example', 'nobody', 'a@b, c@d'])
    assert.equal(
      (await ask(`/api/v1/cases/${id}/replies`, { method: 'POST', body: { text: 'x', to: [{ name: '', address }] } })).status,
      422,
      address,
    )
})

test('the journal is the same page by page, as Server-Sent Events and over a WebSocket', async () => {
  const { id } = await opened('Trois oreilles')
  const isIt = (event: Event): boolean => event.name === 'case.opened' && event.case_id === id
  const streamed = await heard({ guichet, key }, { wanted: isIt })
  const paged: Event[] = []
  for (let place = ''; ;) {
    const { items, next } = (await ask(`/api/v1/events?limit=7&after=${place}`)).body as { items: Event[]; next: string | null }
    paged.push(...items)
    if (items.length === 0 || next === null) break
    place = next
  }
  assert.deepEqual(paged.find(isIt), streamed)
  const socket = new WebSocket(`ws://127.0.0.1:${guichet.http}/api/v1/events`, { headers: { authorization: `Bearer ${key}` } })
  const { promise, resolve, reject } = Promise.withResolvers<Event>()
  socket.on('error', reject).on('message', (data) => {
    const event = JSON.parse((data as Buffer).toString()) as Event
    if (isIt(event)) resolve(event)
  })
  assert.deepEqual(await promise, streamed)
  socket.terminate()
})

test('a key does what its role may and no more', async () => {
  const trainer = (await guichet.run(['key', 'create', '--role', 'trainer'])).out.trim()
  assert.equal((await ask('/api/v1/cases', { key: trainer })).status, 200)
  const refused = await ask('/api/v1/cases', { key: trainer, method: 'POST', body: { subject: 'x' } })
  assert.deepEqual(
    [refused.status, (refused.body as Problem).code, (refused.body as Problem).details['permission']],
    [403, 'not_allowed', 'case.create'],
  )
  assert.equal((await ask('/api/v1/events', { key: trainer })).status, 403)
})

test('health needs no key; OpenAPI tells of every route of the surface', async () => {
  const health = await ask('/api/health', { key: null })
  assert.deepEqual([health.status, (health.body as { status: string }).status], [200, 'ok'])
  const { paths } = (await ask('/api/openapi.json', { key: null })).body as { paths: Record<string, object> }
  const surface = ['/api/health', '/api/v1/cases', '/api/v1/cases/{id}', '/api/v1/cases/{id}/replies', '/api/v1/cases/{id}/notes', '/api/v1/cases/{id}/closure', '/api/v1/cases/{id}/owner', '/api/v1/cases/{id}/owners', '/api/v1/customers', '/api/v1/receipts', '/api/v1/events', '/api/v1/dkim-keys'] // prettier-ignore
  for (const path of surface) assert.ok(path in paths, path)
})

test('a server with listeners on every line stops cleanly', async () => {
  const listening = assert.rejects(heard({ guichet, key }, { wanted: () => false }), /the journal ended/)
  const socket = new WebSocket(`ws://127.0.0.1:${guichet.http}/api/v1/events`, { headers: { authorization: `Bearer ${key}` } })
  const closed = Promise.withResolvers<number>()
  socket.on('message', () => {}).on('close', closed.resolve)
  await new Promise((resolve) => socket.once('message', resolve))
  assert.equal(await guichet.stop(), 0)
  assert.equal(await closed.promise, 1001)
  await listening
  await guichet.start()
  assert.equal((await ask('/api/v1/cases')).status, 200)
})
