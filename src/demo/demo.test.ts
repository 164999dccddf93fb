import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as access from '#access'
import * as cases from '#cases'
import * as customers from '#customers'
import * as routing from '#routing'
import * as staff from '#staff'
import type { TenantId } from '#base/contract'
import { makeSeal } from '#base/seal'
import { testCluster, testHouse, type TestHouse } from '#base/test-database'
import { inWork, system, type Work } from '#base/work'
import { getOwners, listCases, listHandOvers, type Case } from '#cases/contract'
import { listPromises } from '#commitments/contract'
import { listArticles } from '#knowledge/contract'
import { listPresence, listStaff } from '#staff/contract'
import { listTasks } from '#tasks/contract'
import pg from 'pg'
import { act, asPerson } from './furnish/act.ts'
import { furnish } from './furnish/furnish.ts'
import { readHead } from './furnish/mailed.ts'
import { removeAll, insertHouse } from './store.ts'

const NOW = '2026-11-21T17:00:00Z'
let house: TestHouse
let tenant: TenantId
let inside: <Result>(body: (work: Work) => Promise<Result>) => Promise<Result>
let everything: Case[]

// Files that share a process share what comes before: were this cut short, every test of all of them would fail with it.
const A_BUSY_MACHINE = { timeout: 600_000 }

before(async () => {
  house = await testHouse(NOW)
  const domains = { lumen: `lumen-${house.tenant.slice(-8)}.example`, clairbois: `clairbois-${house.tenant.slice(-8)}.example` }
  tenant = await furnish(house.open, { seed: 7, seals: makeSeal(Buffer.alloc(32, 1)), domains, threads: 44 })
  inside = (body) => inWork(house.open, { tenant, actor: system('test') }, body)
  const { items } = await inside((work) => act(work, listCases, { limit: 200 }))
  everything = await inside(async (work) => {
    const found: Case[] = []
    for (const { id } of items) found.push(await cases.view(work, { id }))
    return found
  })
}, A_BUSY_MACHINE)

const interactions = () => everything.flatMap(({ conversations }) => conversations.flatMap((each) => each.interactions))

test('the past is past: cases began over weeks, nothing is later than the visitor, and answers follow what they answer', () => {
  const opened = everything.map(({ opened_at }) => Temporal.Instant.from(opened_at).epochMilliseconds)
  const now = Temporal.Instant.from(NOW).epochMilliseconds
  assert.ok(Math.max(...opened) - Math.min(...opened) > 14 * 86_400_000, 'weeks, not minutes')
  for (const { at } of interactions()) assert.ok(Temporal.Instant.from(at).epochMilliseconds <= now)
  for (const { number, opened_at } of everything)
    for (const other of everything)
      if (number < other.number) assert.ok(opened_at <= other.opened_at, `case ${number} was opened before case ${other.number}`)
})

test('customers answer in their own case, and open and closed ones stand side by side', () => {
  assert.ok(everything.some(({ conversations }) => (conversations[0]?.interactions.length ?? 0) >= 3))
  const standing = Object.groupBy(everything, ({ status }) => status)
  assert.ok(
    (standing.open?.length ?? 0) >= 8 && (standing.closed?.length ?? 0) >= 8,
    JSON.stringify([standing.open?.length, standing.closed?.length]),
  )
})

test('ownership is as real as today: whoever owned a case at any instant can be told', async () => {
  const moved = everything.find(({ owners }) => owners.length > 1)
  assert.ok(moved, 'some were handed over')
  const { items } = await inside((work) => act(work, getOwners, { id: moved.id, at: moved.opened_at }))
  assert.equal(items.length, 1)
  assert.notEqual(items[0]?.owner.id, moved.owner.id)
})

test('a failed answer, an uncertain one, a bounce, an absence note, a newsletter and a stranger who claims to answer are there', () => {
  const [states, kinds] = [new Set(interactions().map(({ state }) => state)), new Set(interactions().map(({ kind }) => kind))]
  for (const state of ['failed', 'uncertain', 'handed_over'] as const) assert.ok(states.has(state), state)
  for (const kind of ['bounce', 'auto-reply', 'list', 'message'] as const) assert.ok(kinds.has(kind), kind)
  assert.ok(
    everything.some(({ claims }) => claims !== null),
    'claims to answer',
  )
  assert.ok(
    interactions().some(({ attachments }) => attachments.some(({ type }) => type === 'application/pdf' || type === 'image/png')),
  )
  assert.ok(interactions().some(({ html }) => html?.includes('<img')))
})

test('two hand-overs wait for the visitor, who has open cases of her own', async () => {
  const [helene] = (await inside(async (work) => await act(work, listStaff, { q: 'Vasseur' }))).items
  assert.ok(helene)
  const waiting = await inWork(house.open, { tenant, actor: asPerson(helene.id, 'director') }, (work) =>
    act(work, listHandOvers, {}),
  )
  assert.equal(waiting.items.length, 2)
  assert.ok(everything.filter(({ owner, status }) => owner.id === helene.id && status === 'open').length >= 5)
})

test('what was promised in the past was mostly kept; today two promises fall due in ten minutes and one is late', async () => {
  const { items } = await inside((work) => act(work, listPromises, { state: 'all', limit: 100 }))
  assert.ok(items.some(({ state }) => state === 'kept'))
  const [helene] = (await inside((work) => act(work, listStaff, { q: 'Vasseur' }))).items
  const hers = items.filter(({ owner, kept_at }) => owner.id === helene?.id && kept_at === null)
  const minutes = hers.map(({ due_at }) => Temporal.Instant.from(due_at).since(NOW).total('minutes')).toSorted((a, b) => a - b)
  assert.deepEqual(minutes.slice(0, 3), [-25, 9, 10])
})

test('behind the counter things were asked and came back before the customer was answered, and some still wait', async () => {
  const { items } = await inside((work) => act(work, listTasks, { whose: 'all', state: 'all', limit: 200 }))
  const accepted = items.filter(({ state }) => state === 'accepted')
  assert.ok(accepted.length >= 8, `${accepted.length} accepted`)
  assert.ok(items.some(({ state }) => state !== 'accepted'), 'some wait today') // prettier-ignore
  assert.ok(new Set(items.map(({ asked }) => asked.name)).size >= 3, 'the workshop, the accounts and the carrier')
})

test('chats and forms of the past stand in the dossiers, answered and closed like the letters', () => {
  const of = (channel: string): Case[] => everything.filter(({ conversations }) => conversations[0]?.channel === channel)
  for (const channel of ['chat', 'form']) {
    const found = of(channel)
    assert.ok(found.length >= 5, `${channel}: ${found.length}`)
    const closed = found.filter(({ status }) => status === 'closed')
    assert.ok(closed.length >= 3, `${channel}: ${closed.length} closed`)
    for (const { conversations } of closed)
      assert.ok(
        conversations[0]!.interactions.some(({ state }) => state === 'handed_over'),
        'what we said was read, or left',
      )
  }
})

test('today has a morning: whoever is planned came, and chats were served in time, mostly', async () => {
  const presence = await inside((work) => act(work, listPresence, { limit: 200 }))
  assert.ok(presence.items.length >= 3, `${presence.items.length} were here today`)
  for (const { since } of presence.items) assert.ok(since <= NOW && since >= '2026-11-21T06:50:00Z', since)
  const { queues } = await inside((work) => routing.floorNow(work, {}))
  const { kept, of } = queues.find(({ id }) => id === 'conseil')!
  assert.ok(of >= 5 && kept >= of / 2, `${kept} of ${of}`)
})

test('the brands explain themselves, in two languages where a customer needs it', async () => {
  const { items } = await inside((work) => act(work, listArticles, { limit: 50 }))
  assert.ok(items.length >= 8)
  assert.ok(items.some(({ language }) => language === 'en'))
})

test('the same seed furnishes with the same words', async () => {
  const { letterOf } = await import('./texts/letters.ts')
  assert.deepEqual(letterOf(7, 3), letterOf(7, 3))
  assert.notDeepEqual(letterOf(7, 3), letterOf(7, 4))
})

test('a head is read as a mail program reads it', () => {
  const head = readHead(
    'From: "Maison" <bonjour@lumen.example>\r\nReply-To: Maison\r\n <bonjour+abc@lumen.example>\r\nMessage-ID: <m1@lumen.example>\r\nSubject: Re: Lampe\r\n\r\nReply-To: <no@body>',
  )
  assert.deepEqual(head, {
    messageId: '<m1@lumen.example>',
    answerTo: 'bonjour+abc@lumen.example',
    from: 'bonjour@lumen.example',
    subject: 'Re: Lampe',
  })
})

test('a real house is neither removed nor turned into a demonstration', async () => {
  const real = await testHouse(NOW)
  const email = `${real.tenant.slice(-12)}@example.org`
  await real.work((work) => staff.addPerson(work, { name: 'Real', email, language: 'fr', roles: ['director'] }))
  await assert.rejects(real.work(removeAll), /only a demonstration may be removed/)
  await assert.rejects(
    real.work((work) => insertHouse(work, 1)),
    /cannot become a demonstration/,
  )
  assert.notEqual(await real.work((work) => access.personToLetIn(work, email)), null)
})

test('a demonstration goes without leaving a row in any table, even while somebody is writing, and leaves its neighbours alone', async () => {
  const other = await testHouse(NOW)
  await other.work((work) =>
    staff.addPerson(work, {
      name: 'Neighbour',
      email: `n${other.tenant.slice(-12)}@example.org`,
      language: 'fr',
      roles: ['agent'],
    }),
  )
  const [someone] = (await inside((work) => customers.list(work, { limit: 1 }))).items
  assert.ok(someone)
  const { promise: written, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  const writing = inside(async (work) => {
    await customers.addIdentity(work, { customer: someone.id, kind: 'email', value: 'late@courriel.example' })
    tell()
    await written
  })
  await told
  const removing = inside(removeAll)
  while (!(await somebodyWaits())) await new Promise(setImmediate)
  goOn()
  await writing
  assert.ok((await removing).rows > 500)
  assert.deepEqual(await tablesWith(tenant), [])
  assert.ok((await tablesWith(other.tenant)).includes('staff.person'))
})

async function somebodyWaits(): Promise<boolean> {
  const { database } = await testCluster()
  return (
    ((await database.server.query("select from pg_locks where not granted and locktype in ('transactionid', 'tuple')"))
      .rowCount ?? 0) > 0
  )
}

async function tablesWith(of: string): Promise<string[]> {
  const owner = new pg.Client((await testCluster()).addresses.owner)
  await owner.connect()
  try {
    const tables = await owner.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind = 'r'`)
    const held: string[] = []
    for (const { name } of tables.rows)
      if ((await owner.query(`select from ${name} where tenant_id = $1 limit 1`, [of])).rowCount) held.push(name)
    return held
  } finally {
    await owner.end()
  }
}
