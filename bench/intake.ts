// Mail in: real messages through the SMTP door until each is filed in a case with its owner, its clocks and its journal, fsync on.
import type pg from 'pg'
import { floorOf, newIds } from './intake-floor.ts'
import { median, type Figure, type Measure, type Settings } from './figures.ts'
import { writeBare, type Template } from './floor.ts'
import { startHelper, type Helper } from './world/apart.ts'
import { openHouse, withOwner, type House } from './world/house.ts'
import type { Sent } from './world/senders.ts'

const MAILS = { 1: 400, 8: 1_000 } as const

export const intake: Measure = {
  name: 'intake',
  title: 'mail in',
  run: async (settings) => {
    const house = await openHouse()
    const senders = startHelper('senders.ts')
    try {
      return await withOwner(house, (owner) => measure(settings, { house, senders, owner }))
    } finally {
      senders.stop()
      await house.stop()
    }
  },
}

type World = { house: House; senders: Helper; owner: pg.Client }
type Run = { filed: number; settled: number; floor: number }

async function measure({ runs, say }: Settings, world: World): Promise<Figure[]> {
  const before = await newIds(world.owner, [])
  let sent = 0
  const send = (senders: number, count: number): Promise<Sent> => {
    const from = sent
    sent += count
    return world.senders.ask<Sent>({ port: world.house.smtp, senders, from, count })
  }
  await send(1, 1)
  await allFiled(world.owner)
  const template = await floorOf(world.owner, before)
  await send(8, 300) // warm: compiled, prepared, cached
  await allFound(world.owner, sent)
  const figures: Figure[] = []
  for (const senders of [1, 8] as const) {
    const all: Run[] = []
    for (let run = 0; run < runs; run++) {
      all.push(await once({ ...world, template }, { senders, send, expected: () => sent }))
      say(`  ${senders} sender(s): ${all.map((r) => `${Math.round(r.filed)} of ${Math.round(r.floor)}`).join(', ')} per second`)
    }
    const floor = median(all.map((run) => run.floor))
    const who = senders === 1 ? '1 sender' : `${senders} senders`
    figures.push(
      {
        what: `${who}, until filed`,
        value: median(all.map((r) => r.filed)),
        unit: 'per s',
        floor,
        goal: { ratio: 0.5 },
        peer: null,
      },
      { what: `${who}, until also found by its words`, value: median(all.map((r) => r.settled)), unit: 'per s', floor },
    )
  }
  return figures
}

type Round = { senders: 1 | 8; send: (senders: number, count: number) => Promise<Sent>; expected: () => number }

async function once(
  { house, owner, template }: World & { template: Template },
  { senders, send, expected }: Round,
): Promise<Run> {
  const count = MAILS[senders]
  const floor = await writeBare(house.server, template, { connections: senders, count })
  const { began } = await send(senders, count)
  const filed = await allFiled(owner)
  const settled = await allFound(owner, expected())
  return { filed: (count * 1_000) / (filed - began), settled: (count * 1_000) / (settled - began), floor }
}

const now = (): number => performance.timeOrigin + performance.now()
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4))

export async function allFiled(owner: pg.Client): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ n: string }>(
      'select count(*) as n from channels.receipt where filed_at is null and tray_at is null',
    )
    if (rows[0]!.n === '0') return now()
    await pause()
  }
}

// Each mail has opened a case, and each case is a document.
async function allFound(owner: pg.Client, mails: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from search.document where kind = 'case'")
    if (rows[0]!.n >= mails) return now()
    await pause()
  }
}
