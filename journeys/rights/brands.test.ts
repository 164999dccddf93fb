// Whoever holds a role for one brand: nothing of another brand is told, changed, counted or found, and its ids answer as ids of nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endpoint, type Endpoint } from '#base/contract'
import { z } from 'zod'
import { otherEndpoints } from '../../src/server/other-endpoints.ts'
import { endpointsOfRooms } from '../../src/server/endpoints.ts'
import { tryAsStranger } from '../isolation/strangers.ts'
import { openCounter, type Counter, type Visitor } from './counter.ts'
import { openShop } from './shop.ts'

const everything = [...endpointsOfRooms, ...otherEndpoints] as readonly Endpoint<unknown, unknown>[] // of any input and output
// A journal page of nothing yet is the same for all; the live line has its own tests; what is signed out with would end the trial.
const tried = everything.filter(({ permission, path }) => permission !== 'anyone' && !/^\/api\/v1\/(live|session)\b/.test(path))

async function twoShops(t: Parameters<typeof openCounter>[0]) {
  const counter = await openCounter(t)
  const director = await counter.someone('director')
  const ours = await openShop(counter, director, 'nous')
  const theirs = await openShop(counter, director, 'eux')
  return { counter, director, ours, theirs, scoped: await counter.someone('director', [ours.ids['brand']!]) }
}

test('no endpoint tells an id of another brand from one that nobody has', async (t) => {
  const { counter, ours, theirs, scoped } = await twoShops(t)
  const { complaints, tried: count } = await tryAsStranger({
    endpoints: tried,
    theirs: theirs.ids,
    ours: { ...ours.ids, person: scoped.person },
    now: counter.clock.now(),
    ask: (request) => counter.ask(scoped.visitor, request),
  })
  assert.deepEqual(complaints, [])
  assert.ok(count > 100, `${count} trials were made`)
})

test('the trial notices a place where the brand is not asked', async (t) => {
  const { counter, theirs, ours, director } = await twoShops(t)
  const planted = endpoint({
    method: 'GET',
    path: '/api/v1/cases/:id',
    permission: 'case.read',
    summary: 'planted',
    input: z.object({ id: z.uuid() }),
    output: z.unknown(),
  })
  const { complaints } = await tryAsStranger({
    endpoints: [planted as Endpoint<unknown, unknown>], // of any input and output
    theirs: { case: theirs.ids['case']! }, ours: ours.ids, now: counter.clock.now(),
    ask: (request) => counter.ask(director.visitor, request), // who holds the role for every brand is the offender
  }) // prettier-ignore
  assert.equal(complaints.length, 1)
})

const LISTS = [
  '/api/v1/cases', '/api/v1/brands', '/api/v1/entry-points', '/api/v1/templates', '/api/v1/receipts', '/api/v1/tray', '/api/v1/outgoing', '/api/v1/mailboxes',
  '/api/v1/events', '/api/v1/hand-overs', '/api/v1/widgets', '/api/v1/forms', '/api/v1/chats', '/api/v1/promises', '/api/v1/articles', '/api/v1/routing/queues/tout/items',
] // prettier-ignore

test('lists, books and the journal hold what is of one’s own brand and nothing of another', async (t) => {
  const { counter, theirs, ours, scoped } = await twoShops(t)
  const missing = new Set(Object.keys(ours.ids))
  for (const url of LISTS) {
    const body = await everyPage(counter, scoped.visitor, url)
    for (const [noun, id] of Object.entries(theirs.ids)) assert.ok(!body.includes(id), `${url} tells of a foreign ${noun}`)
    for (const [noun, id] of Object.entries(ours.ids)) if (body.includes(id)) missing.delete(noun)
    assert.ok(!body.includes(theirs.word), `${url} tells what the other brand’s customer wrote`)
  }
  assert.deepEqual(
    [...missing],
    ['duty_turn', 'identity_key', 'conversation', 'attachment'].filter((noun) => missing.has(noun)),
    'our own is there',
  )
})

test('rules, rehearsals and hours of queues are the whole house’s, and not of whoever holds a role for one brand', async (t) => {
  const { counter, scoped, director } = await twoShops(t)
  const status = async (who: Visitor, call: Parameters<typeof counter.ask>[1]): Promise<number> =>
    (await counter.ask(who, call)).status
  const rules = { title: 'Les nôtres', in_force: false, document: { queues: [{ key: 'tout', name: 'Tout' }] } }
  const scenario = { traffic: [{ name: 'appels', arrivals: { per_hour: 1 } }], staff: [{ name: 'agents', count: 1 }] }
  const asked = [
    ['POST', '/api/v1/routing/rulebooks', rules],
    ['PUT', '/api/v1/routing/rulebook/draft', { version: 0, document: rules.document }],
    ['PUT', '/api/v1/floor/queues/tout/hours', { open: false, until: null }],
    ['POST', '/api/v1/rehearsals', { name: 'Demain', traffic: { kind: 'scenario', scenario } }],
    ['GET', '/api/v1/rehearsals', undefined],
    ['DELETE', '/api/v1/routing/rulebook', undefined],
  ] as const
  for (const [method, url, body] of asked) {
    assert.equal(await status(scoped.visitor, { method, url, body }), 403, `${method} ${url}`)
    assert.ok((await status(director.visitor, { method, url, body })) < 300, `${method} ${url}`)
  }
})

test('words are found in one’s own brand only', async (t) => {
  const { counter, theirs, ours, scoped } = await twoShops(t)
  const found = async (word: string): Promise<number> => {
    const answer = await counter.ask(scoped.visitor, { method: 'GET', url: `/api/v1/cases?q=${word}`, body: undefined })
    return (JSON.parse(answer.body) as { items: unknown[] }).items.length
  }
  assert.equal(await found(ours.word), 1)
  assert.equal(await found(theirs.word), 0)
})

test('what came in by a door of another brand is not counted', async (t) => {
  const { counter, scoped, director } = await twoShops(t)
  const received = async (who: Visitor): Promise<number> => {
    const { body } = await counter.ask(who, { method: 'GET', url: '/api/v1/post-office', body: undefined })
    return (JSON.parse(body) as { hours: { received: number }[] }).hours.reduce((sum, hour) => sum + hour.received, 0)
  }
  assert.deepEqual([await received(director.visitor), await received(scoped.visitor)], [6, 3])
})

test('a file of another brand’s case cannot be brought or fetched', async (t) => {
  const { counter, theirs, ours, scoped } = await twoShops(t)
  const status = async (url: string): Promise<number> =>
    (await counter.ask(scoped.visitor, { method: 'GET', url, body: undefined })).status
  for (const [what, of] of [
    [200, ours],
    [404, theirs],
  ] as const) {
    assert.equal(await status(`/api/v1/attachments/${of.ids['attachment']}`), what)
    assert.equal(await status(`/api/v1/attachments/${of.ids['attachment']}?show`), what)
    assert.equal(await status(`/api/v1/interactions/${of.ids['interaction']}/original`), what)
    assert.equal(await status(`/api/v1/interactions/${of.ids['reply']}/original`), what)
    assert.equal(await status(`/api/v1/tray/${of.ids['receipt']}/original`), what)
  }
  const form = new FormData()
  form.append('file', new Blob(['x']), 'x.txt')
  const brought = async (id: string): Promise<number> =>
    (
      await fetch(`${counter.serving.url}/api/v1/cases/${id}/uploads`, {
        method: 'POST',
        body: form,
        headers: { ...scoped.visitor, 'x-guichet-csrf': '1' },
      })
    ).status
  assert.deepEqual([await brought(ours.ids['case']!), await brought(theirs.ids['case']!)], [201, 404])
})

async function everyPage(counter: Counter, who: Visitor, url: string): Promise<string> {
  let all = ''
  for (let cursor = ''; ;) {
    const answer = await counter.ask(who, { method: 'GET', url: `${url}${cursor}`, body: undefined })
    assert.equal(answer.status, 200, `${url}: ${answer.body}`)
    const { items, next } = JSON.parse(answer.body) as { items: unknown[]; next?: string | null } // every list has this shape
    all += JSON.stringify(items)
    if (!next || items.length === 0) return all
    cursor = `?${url.endsWith('events') ? 'after' : 'cursor'}=${encodeURIComponent(next)}`
  }
}
