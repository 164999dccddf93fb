// Chat: 2,000 visitors with an open widget, 100 messages a second among them, desks that listen; what one visitor weighs who only looks on;
// and the floor of a message kept, filed and placed.
import type pg from 'pg'
import { type Figure, type Measure, type Settings } from './figures.ts'
import { templateOf, writeBare } from './floor.ts'
import type { Heard } from './world/desks.ts'
import { startHelper, type Helper } from './world/apart.ts'
import { caller, type Caller } from './world/caller.ts'
import { openHouse, withOwner, type House } from './world/house.ts'
import { residentOf } from './world/weight.ts'
import type { Spoken } from './world/visitors.ts'

const ORIGIN = 'https://shop.example'
const VISITORS = 2_000
const PER_SECOND = 100
const SECONDS = 20
const SPEAKERS = 500
const DESKS = 20

export const chat: Measure = {
  name: 'chat',
  title: 'chat',
  run: async (settings) => {
    const [visitors, desks] = [startHelper('visitors.ts'), startHelper('desks.ts')]
    const house = await openHouse()
    try {
      return await withOwner(house, (owner) => measure(settings, { house, visitors, desks, owner }))
    } finally {
      visitors.stop()
      desks.stop()
      await house.stop()
    }
  },
}

type World = { house: House; visitors: Helper; desks: Helper; owner: pg.Client }

async function measure({ say }: Settings, world: World): Promise<Figure[]> {
  const { house, visitors, desks } = world
  const key = await openWidget(caller(house))
  await visitors.ask({ come: { port: house.http, key, origin: ORIGIN, visitors: 100 } }) // warm
  await visitors.ask({ say: { per_second: 50, count: 100, speakers: 100 } })
  const quiet = await commits(world.owner, 10_000)
  const before = residentOf(house.pid)
  await visitors.ask({ come: { port: house.http, key, origin: ORIGIN, visitors: VISITORS } })
  const each = (residentOf(house.pid) - before) / VISITORS
  const more = (await commits(world.owner, 10_000)) - quiet
  say(`  ${VISITORS} visitors are here, ${Math.round(each / 1_000)} kB each`)
  await desks.ask({ open: { port: house.http, key: house.key, desks: DESKS } })
  await visitors.ask({ stopReading: 20 }) // of those who only look on: they harm nobody
  await desks.ask({ since: Date.now() })
  const spoken = await visitors.ask<Spoken>({ say: { per_second: PER_SECOND, count: PER_SECOND * SECONDS, speakers: SPEAKERS } })
  const heard = await desks.ask<Heard>({ collect: PER_SECOND * SECONDS })
  const load = `${VISITORS} visitors, ${PER_SECOND} messages a second, ${DESKS} desks`
  const floor = await chatFloor(world)
  return [
    { what: 'kept by the visitor’s message → on every desk, p95', value: heard.p95, unit: 'ms', goal: { most: 100 }, note: `${load}; p50 ${heard.p50.toFixed(0)}` },
    { what: 'said → the visitor has it confirmed, p95', value: spoken.p95, unit: 'ms', goal: { most: 100 }, note: `p50 ${spoken.p50.toFixed(0)}, worst ${spoken.worst.toFixed(0)}; the bare rows take ${floor.toFixed(1)} ms` },
    { what: 'messages lost', value: spoken.lost + heard.missed, unit: '', goal: { most: 0 } },
    { what: 'memory of a visitor who only looks on', value: each / 1_000, unit: 'kB', goal: { most: 40 } },
    { what: 'commits more than without them, in ten seconds', value: Math.max(0, more), unit: '', goal: { most: 50 }, note: `${quiet} without them` },
  ] // prettier-ignore
}

async function openWidget(call: Caller): Promise<string> {
  const { items } = await call<{ items: { id: string }[] }>('GET', '/api/v1/brands')
  const limits = { new_per_minute: 100_000, new_per_hour: 1_000_000 }
  const wish = { brand_id: items[0]!.id, origins: [ORIGIN], ...limits }
  return (await call<{ key: string }>('POST', '/api/v1/widgets', wish)).key
}

// On the whole database, while nobody says anything.
async function commits(owner: pg.Client, milliseconds: number): Promise<number> {
  await pause(12_000) // PostgreSQL counts what an idle connection did up to ten seconds later
  const count = async (): Promise<number> =>
    Number((await owner.query<{ n: string }>('select sum(xact_commit)::text as n from pg_stat_database')).rows[0]!.n)
  const before = await count()
  await pause(milliseconds)
  return (await count()) - before
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const tables = ['base.file', 'base.file_piece', 'cases.interaction', 'channels.receipt', 'channels.chat_message', 'base.event']

/** Milliseconds of one message's bare rows, one connection. */
async function chatFloor({ house, owner }: World): Promise<number> {
  const { rows } = await owner.query<{
    tenant: string
    interaction: string
    conversation: string
    file: string
    receipt: string
    said: string
  }>(
    `select r.tenant_id::text as tenant, r.interaction_id::text as interaction, m.conversation_id::text as conversation, r.file_id::text as file, r.id::text as receipt, m.said_id::text as said
     from channels.receipt r join channels.chat_message m on m.tenant_id = r.tenant_id and m.interaction_id = r.interaction_id
     where r.door = 'chat' and m.seq = 1 limit 1`,
  )
  const [one] = rows
  if (!one) throw new Error('nothing was said')
  const template = await templateOf(owner, one.tenant, {
    tables: tables.filter((table) => table !== 'channels.chat_message'),
    own: [one.interaction, one.file, one.receipt, one.said],
  })
  return 1_000 / (await writeBare(house.server, template, { connections: 1, count: 300 }))
}
