// A message is stored, and shown on every other desk: 500 desks on the live line while 50 mails a second come in.
import { type Figure, type Measure } from './figures.ts'
import type { Heard } from './world/desks.ts'
import { startHelper } from './world/apart.ts'
import { allFiled } from './intake.ts'
import { openHouse, withOwner } from './world/house.ts'
import { weightOf } from './world/weight.ts'

const DESKS = 500
const PER_SECOND = 50
const SECONDS = 20

export const live: Measure = {
  name: 'live',
  title: 'live line',
  run: async ({ say }) => {
    const house = await openHouse()
    const [senders, desks] = [startHelper('senders.ts'), startHelper('desks.ts')]
    try {
      await senders.ask({ port: house.smtp, senders: 8, from: 0, count: 200 }) // warm
      await withOwner(house, allFiled)
      await desks.ask({ open: { port: house.http, key: house.key, desks: DESKS } })
      say(`  ${DESKS} desks are listening`)
      await desks.ask({ since: Date.now() }) // what was sent to warm up is still being told
      await senders.ask({ port: house.smtp, senders: 8, from: 200, count: PER_SECOND * SECONDS, per_second: PER_SECOND })
      const weight = weightOf(house.pid, house.folder)
      const heard = await desks.ask<Heard>({ collect: PER_SECOND * SECONDS })
      const note = `${DESKS} desks, ${PER_SECOND} mails a second; p50 ${heard.p50.toFixed(0)}, worst ${heard.worst.toFixed(0)}`
      return [
        { what: 'stored → on every desk, p95', value: heard.p95, unit: 'ms', goal: { most: 100 }, note },
        { what: 'messages a desk did not get', value: heard.missed, unit: '', goal: { most: 0 } },
        { what: 'memory under this load', value: weight / 1e6, unit: 'MB', goal: { most: 800 } },
      ] satisfies Figure[]
    } finally {
      senders.stop()
      desks.stop()
      await house.stop()
    }
  },
}
