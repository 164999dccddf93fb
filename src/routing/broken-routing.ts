// For the doctor: the tables say what the engine says, played again from its snapshot and log; no offer without an end, nobody offered what
// they cannot see.
import type { Work } from '#base/work'
import { hold, type Held } from './router/hold.ts'
import { dueAt } from './router/clock.ts'
import { standingOf } from './router/machine.ts'
import { forget } from './router/memory.ts'
import { liveItems, type ItemRow } from './store/item.ts'
import * as health from './store/health.ts'
import { liveOffers } from './store/offer.ts'

const MOST_ITEMS = 200_000

export async function brokenRouting(work: Work): Promise<string[]> {
  forget(work.tenant) // read from the database, not from what this program remembers
  const held = await hold(work)
  if (!held) return []
  const [rows, ringing, nobody, misplaced, timer] = await Promise.all([
    liveItems(work, MOST_ITEMS),
    liveOffers(work, MOST_ITEMS),
    health.offeredToNobody(work),
    health.offersOutOfPlace(work),
    health.timerRow(work, held.row.timer),
  ])
  const asked = Map.groupBy(ringing, ({ item_id }) => item_id)
  const differing = rows.filter((row) => !agrees(held, row, (asked.get(row.id) ?? []).map(({ person_id }) => person_id))) // prettier-ignore
  const unknown = held.machine.slots.size - rows.length
  return [
    ...(held.astray ? ['routing: the log does not lead to where the tables are'] : []),
    ...(differing.length > 0 ? [`routing: ${differing.length} items stand otherwise in the engine than in the tables`] : []),
    ...(unknown > 0 ? [`routing: ${unknown} items are in the engine and not in the tables`] : []),
    ...(nobody.length > 0 ? [`routing: ${nobody.length} people who are not there are offered work`] : []),
    ...(misplaced.offers + misplaced.items > 0
      ? ['routing: an offer without its item, or an offered item without its offer']
      : []),
    ...(dueAt(held.row) && !timer ? ['routing: something is due and no timer is set'] : []),
  ]
}

function agrees({ machine, inForce }: Held, row: ItemRow, asked: readonly string[]): boolean {
  const standing = standingOf(machine, row.id)
  if (!standing) return false
  const lane = inForce.lanes[machine.lanes.at.get(standing.lane) ?? -1]
  const people = standing.people.map(({ person }) => person).toSorted().join() // prettier-ignore
  if (row.state === 'over') return standing.where === 'wrapping' && people === row.person_id
  if (lane?.key !== row.queue || standing.where !== row.state) return false
  return people === (row.state === 'offered' ? [...asked].toSorted().join() : (row.person_id ?? ''))
}
