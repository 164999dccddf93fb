// An answer: asked for over the API until a relay on this machine has it.
import http from 'node:http'
import type pg from 'pg'
import { median, type Figure, type Measure, type Settings } from './figures.ts'
import { templateOf, writeBare, type Template } from './floor.ts'
import { startHelper, type Helper } from './world/apart.ts'
import { openHouse, withOwner, type House } from './world/house.ts'
import { caller, type Caller } from './world/caller.ts'

const REPLIES = { 1: 200, 8: 600 } as const
type Came = { port: number; came: number; at: number }

export const reply: Measure = {
  name: 'reply',
  title: 'answers',
  run: async (settings) => {
    const [relay, senders] = [startHelper('relay-apart.ts'), startHelper('senders.ts')]
    const { port } = await relay.ask<Came>({})
    const house = await openHouse({ relay: port })
    try {
      return await withOwner(house, (owner) => measure(settings, { house, relay, senders, owner }))
    } finally {
      senders.stop()
      await house.stop()
      relay.stop()
    }
  },
}

type World = { house: House; relay: Helper; senders: Helper; owner: pg.Client }

async function measure({ runs, say }: Settings, world: World): Promise<Figure[]> {
  const cases = await someCases(world, 800)
  const call = caller(world.house, new http.Agent({ keepAlive: true, maxSockets: 8 }))
  const answers = answerer(world, cases, call)
  await answers(1, 1)
  const template = await replyFloor(world)
  await answers(8, 100)
  const figures: Figure[] = []
  for (const clients of [1, 8] as const) {
    const all: { value: number; floor: number }[] = []
    for (let run = 0; run < runs; run++) {
      const count = REPLIES[clients]
      const floor = await writeBare(world.house.server, template, { connections: clients, count })
      all.push({ value: (count * 1_000) / (await answers(clients, count)), floor })
      say(`  ${clients} client(s): ${all.map((r) => `${Math.round(r.value)} of ${Math.round(r.floor)}`).join(', ')} per second`)
    }
    const floor = median(all.map((run) => run.floor))
    const what = clients === 1 ? '1 client, until the relay has it' : `${clients} clients, until the relay has it`
    figures.push({ what, value: median(all.map((run) => run.value)), unit: 'per s', floor, goal: { ratio: 0.3 }, peer: null })
  }
  return figures
}

async function someCases({ house, senders, owner }: World, count: number): Promise<string[]> {
  await senders.ask({ port: house.smtp, senders: 8, from: 0, count })
  for (;;) {
    const { rows } = await owner.query<{ id: string }>('select id::text from cases."case"')
    if (rows.length >= count) return rows.map(({ id }) => id)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

// Milliseconds from the first request until the relay has the last mail.
function answerer({ relay }: World, cases: readonly string[], call: Caller) {
  let asked = 0
  return async (clients: number, count: number): Promise<number> => {
    const from = asked
    asked += count
    const came = relay.ask<Came>({ wait: asked })
    const began = performance.timeOrigin + performance.now()
    let next = from
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let i = next++; i < from + count; i = next++) {
          const text = `Bonjour,\n\nVotre demande numéro ${i} est traitée.\n\nCordialement`
          await call('POST', `/api/v1/cases/${cases[i % cases.length]}/replies`, {
            text,
            html: `<p>${text}</p>`,
            undo_seconds: 0,
          })
        }
      }),
    )
    return (await came).at - began
  }
}

const tables = ['base.file', 'base.file_piece', 'cases.interaction', 'channels.sent', 'channels.token', 'base.event']

async function replyFloor({ owner }: World): Promise<Template> {
  for (;;) {
    const { rows } = await owner.query<{ tenant: string; id: string; file: string }>(
      `select i.tenant_id::text as tenant, i.id::text, s.file_id::text as file
       from cases.interaction i join channels.sent s on s.interaction_id = i.id where i.state = 'handed_over'`,
    )
    const [first] = rows
    if (!first) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      continue
    }
    const touched = `update cases."case" set version = version + 1 where tenant_id = $1 and number = 1 + (random() * 700)::int`
    return await templateOf(owner, first.tenant, { tables, own: [first.id, first.file], updates: [touched] })
  }
}
