// The live line and the journal, heard by those who may: a desk of one brand learns nothing of another.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { test, type TestContext } from 'node:test'
import fastify from 'fastify'
import { z } from 'zod'
import { roles, type RoleName } from '#access/contract'
import type { Door } from '#access'
import { event, type Actor, type PersonId, type TenantId } from '#base/contract'
import { newId } from '#base/id'
import { answerErrors } from '#base/http'
import type { Event } from '#base/journal'
import { refuse, signInNeeded } from '#base/refusal'
import { testHouse } from '#base/test-database'
import type { WebSocket } from 'ws'
import { among, mayHear, mayReadInJournal } from './audience.ts'
import { serveEvents } from './events.ts'
import { openHub, type Guest } from './hub.ts'
import { serveLive } from './live.ts'
import { acceptSockets } from './sockets.ts'

const OURS = '00000000-0000-7000-8000-0000000000b1'
const THEIRS = '00000000-0000-7000-8000-0000000000b2'
const [ourCase, theirCase] = ['00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c2']
const brandOf = async (_: TenantId, id: string): Promise<string | null> => ({ [ourCase]: OURS, [theirCase]: THEIRS })[id] ?? null
const [OURS_TEAM, THEIR_TEAM] = ['00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000d2']
const [ANA, BERTHE, COLLEAGUE] = [
  '00000000-0000-7000-8000-0000000000ab',
  '00000000-0000-7000-8000-0000000000ac',
  '00000000-0000-7000-8000-0000000000ad',
]
const teamsOf = async (_: TenantId, id: string): Promise<string[]> =>
  ({ [ANA]: [OURS_TEAM], [COLLEAGUE]: [OURS_TEAM], [BERTHE]: [THEIR_TEAM] })[id] ?? []
const lookups = { brandOf, teamsOf }
const who = (role: RoleName, brands: string[] | null): Actor => ({
  kind: 'person', id: '00000000-0000-7000-8000-0000000000aa' as PersonId, permissions: roles[role].permissions, scope: { teams: null, brands },
}) // prettier-ignore
const happened = (name: string, case_id: string | null = null): Event => ({
  tenant_id: '00000000-0000-7000-8000-000000000001' as TenantId, xid: 1n, seq: 1, name, at: Temporal.Instant.from('2026-11-20T09:00:00Z'), actor_kind: 'system',
  actor_id: 'test', case_id, payload: {},
}) // prettier-ignore
const news = [
  happened('case.opened', ourCase), happened('case.opened', theirCase), happened('access.link_requested'), happened('mail.received'), happened('customers.added'),
] // prettier-ignore
const heardBy = async (actor: Actor): Promise<string[]> =>
  (await among(news, (each) => mayHear(actor, each, lookups))).map((each) =>
    `${each.name} ${each.case_id === theirCase ? 'theirs' : ''}`.trim(),
  )

test('a desk hears of cases, never of accounts and links', async () => {
  assert.deepEqual(await heardBy(who('agent', null)), ['case.opened', 'case.opened theirs', 'mail.received', 'customers.added'])
})

test('a desk of one brand hears nothing of another brand’s cases, mail and mailboxes', async () => {
  assert.deepEqual(await heardBy(who('agent', [OURS])), ['case.opened', 'customers.added'])
})

test('whoever reads no cases hears what they are offered, and nothing of what others are', async () => {
  const backOffice = who('back_office', null)
  const offered = (person: string): Event => ({ ...happened('routing.offered', theirCase), payload: { person } })
  const mine = offered(backOffice.kind === 'person' ? backOffice.id : '')
  const told = [
    mine,
    offered('00000000-0000-7000-8000-0000000000ab'),
    happened('routing.rules_in_force'),
    happened('routing.arrived', ourCase),
  ]
  const heard = await among(told, (each) => mayHear(backOffice, each, lookups))
  assert.deepEqual(heard.map(({ name }) => name), ['routing.offered', 'routing.rules_in_force']) // prettier-ignore
  assert.equal(heard[0], mine)
})

test('of a swap hear whoever offers it, those it is offered to, and those who lead them; nobody else does', async () => {
  const swap = (payload: object): Event => ({ ...happened('scheduling.swap_changed'), payload: { swap: ANA, state: 'offered', ...payload } })
  const as = (role: RoleName, id: string, teams: string[] | null = null) => ({ ...who(role, null), id: id as PersonId, scope: { teams, brands: null } }) as Actor
  const listeners: Record<string, Actor> = {
    giver: as('agent', ANA), colleague: as('agent', COLLEAGUE), berthe: as('agent', BERTHE),
    'leads the giver': as('team_manager', '00000000-0000-7000-8000-0000000000ae', [OURS_TEAM]),
    'leads berthe': as('team_manager', '00000000-0000-7000-8000-0000000000af', [THEIR_TEAM]),
    'plans the house': as('flow_manager', '00000000-0000-7000-8000-0000000000ba'), client: who('flow_manager', [OURS]),
  } // prettier-ignore
  const hear = async (payload: object) => {
    const heard = await Promise.all(Object.entries(listeners).map(async ([name, actor]) => ((await mayHear(actor, swap(payload), lookups)) ? [name] : [])))
    return heard.flat().join(', ')
  }
  assert.equal(await hear({ person: ANA }), 'giver, leads the giver, plans the house', 'offered to one colleague, who has an event of their own')
  assert.equal(await hear({ person: BERTHE }), 'berthe, leads berthe, plans the house')
  assert.equal(await hear({ person: ANA, among: { teams: [OURS_TEAM], people: [] } }), 'giver, colleague, leads the giver, plans the house')
  assert.equal(await hear({ person: ANA, among: { teams: [OURS_TEAM], people: [BERTHE] } }), 'giver, colleague, berthe, leads the giver, plans the house')
}) // prettier-ignore

test('plans and what somebody was told are heard by whom they are for, however many cases others read', async (t) => {
  const hub = openHub(lookups)
  t.after(() => hub.close())
  const guest = (actor: Actor) => {
    const heard: string[] = []
    const socket = { send: (text: string) => heard.push(text), bufferedAmount: 0, readyState: 1, OPEN: 1, close: () => {} } as unknown as WebSocket // the little of a socket that a hub touches
    const wire = new PassThrough().on('data', (frame: Buffer) => heard.push(frame.toString()))
    hub.enter({ socket, wire, tenant: news[0]!.tenant_id, actor, session: undefined, looking: null, typing: false })
    return { names: () => [...heard.join(' ').matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name).toSorted(), wire }
  }
  const [agent, manager] = [guest(who('agent', null)), guest(who('flow_manager', null))]
  const mine = { ...happened('intraday.asked'), payload: { person: '00000000-0000-7000-8000-0000000000aa' } }
  const others = { ...happened('intraday.exception_granted'), payload: { person: '00000000-0000-7000-8000-0000000000ab' } }
  const told = { ...happened('staff.told'), payload: { person: '00000000-0000-7000-8000-0000000000ab' } }
  hub.watch([happened('intraday.looked'), happened('scheduling.open_shift_changed'), mine, others, told, happened('case.opened', ourCase)])
  await once(agent.wire, 'data')
  await new Promise(setImmediate)
  assert.deepEqual(agent.names(), ['case.opened', 'intraday.asked', 'scheduling.open_shift_changed'])
  assert.deepEqual(manager.names(), ['case.opened', 'intraday.asked', 'intraday.exception_granted', 'intraday.looked', 'scheduling.open_shift_changed'])
}) // prettier-ignore

test('the journal of one brand holds that brand’s cases and nothing else', async () => {
  const read = await among(news, (each) => mayReadInJournal(who('team_manager', [OURS]), each, brandOf))
  assert.deepEqual(
    read.map((each) => each.case_id),
    [ourCase],
  )
})

test('who looks at a case of another brand is told to nobody of ours', async (t) => {
  const hub = openHub(lookups)
  t.after(() => hub.close())
  const heard = Promise.withResolvers<string>()
  const guest = (actor: Actor, send: (text: string) => void): Guest => ({
    socket: { send, bufferedAmount: 0, close: () => {} } as unknown as WebSocket, // the little of a socket that a hub touches
    wire: new PassThrough(), tenant: news[0]!.tenant_id, actor, session: undefined, looking: null, typing: false,
  }) // prettier-ignore
  const wide = guest(who('agent', null), () => {})
  hub.enter(wide)
  hub.enter(guest(who('agent', [OURS]), heard.resolve))
  hub.say(wide, { looking: theirCase })
  assert.equal(await heard.promise, '{"presence":{}}')
})

async function served(t: TestContext, door: Partial<Door>) {
  const { open, ...house } = await testHouse()
  const app = fastify()
  answerErrors(app)
  const hub = openHub(lookups)
  const roof = {
    ...open,
    door: door as Door,
    sockets: acceptSockets(app),
    hub,
    ...lookups,
    attendance: { arrived: () => {}, stop: () => {} },
  } // only what the line asks of a door is given
  serveLive(app, roof)
  serveEvents(app, roof)
  await app.listen({ port: 0, host: '127.0.0.1' })
  t.after(async () => {
    hub.close()
    await app.close()
  })
  return { app, open, house, port: (app.server.address() as AddressInfo).port }
}

function knock(port: number, more = ''): Socket {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(
      `GET /api/v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`,
    )
  })
  return socket.on('error', () => {})
}

test('a connection broken off while the door looks at it harms nobody', async (t) => {
  const [knocked, broken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { app, port } = await served(t, {
    admit: async () => {
      knocked.resolve()
      await broken.promise
      throw refuse(signInNeeded, {})
    },
  })
  const gone = new Promise<void>((resolve) => app.server.on('upgrade', (_, held: Socket) => held.once('close', () => resolve()))) // once() would listen for the error itself
  const socket = knock(port)
  await knocked.promise
  socket.resetAndDestroy()
  await gone // without a listener of ours the reset would have ended the process here
  broken.resolve()
})

test('who is refused the live line is answered and hung up on', async (t) => {
  const { port } = await served(t, { admit: async () => Promise.reject(refuse(signInNeeded, {})) })
  const socket = knock(port)
  let said = ''
  socket.on('data', (data: Buffer) => (said += String(data)))
  await once(socket, 'close')
  assert.match(said, /^HTTP\/1\.1 401/)
})

test('a journal that is being listened to falls silent when the rights end', async (t) => {
  let good = true
  const { open, house, port } = await served(t, {
    admit: async () => ({ tenant: house.tenant, actor: who('director', null) }),
    credentialOf: () => 'a key',
    actorFor: async () =>
      good ? ({ tenant: house.tenant, actor: who('director', null), session: null, renew: false } as never) : undefined,
  })
  assert.ok(open)
  const told = event('case.told', z.object({ what: z.string() }))
  await house.work(async (work) => work.publish(told, { what: newId(work.now) }))
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, { headers: { accept: 'text/event-stream' } })
  const reader = answer.body!.getReader()
  let heard = ''
  while (!heard.includes('case.told')) heard += new TextDecoder().decode((await reader.read()).value)
  good = false
  while (!(await reader.read()).done); // ends by itself
})
