// What of the floor is asked for: by team, site, queue or name, and in which order. Kept in the address; pure.
import type { FloorPerson, FloorQueue, Roster, RosterPerson } from '../../contract.ts'
import { personNeeds, queueNeeds } from '../../rules/needs-a-look.ts'

export const tabs = ['queues', 'people'] as const
export const sorts = ['state', 'since', 'load', 'name'] as const
export type Wished = {
  team?: string
  site?: string
  queue?: string
  q?: string
  look?: true
  wall?: true
  tab?: (typeof tabs)[number]
  sort?: (typeof sorts)[number]
  by?: string // of the table of queues
  down?: true
}

/** What is asked anew; undefined: no longer. */
export type Wish = { [Name in keyof Wished]?: Wished[Name] | undefined }

export function readWished(kept: Record<string, unknown>): Wished {
  const text = (name: string) => (typeof kept[name] === 'string' && kept[name] !== '' ? { [name]: kept[name] } : {})
  const flag = (name: string) => ([true, 1, 'true', '1', ''].includes(kept[name] as never) ? { [name]: true } : {}) // whatever stands in the address is compared, nothing else
  const one = (name: string, of: readonly string[]) => (of.includes(String(kept[name])) ? { [name]: kept[name] } : {})
  return {
    ...text('team'),
    ...text('site'),
    ...text('queue'),
    ...text('q'),
    ...text('by'),
    ...flag('look'),
    ...flag('wall'),
    ...flag('down'),
    ...one('tab', tabs),
    ...one('sort', sorts),
  }
}

export type Somebody = { now: FloorPerson; known: RosterPerson }

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function peopleShown(
  roster: Roster,
  people: ReadonlyMap<string, FloorPerson>,
  { wished, now }: { wished: Wished; now: number },
): Somebody[] {
  const teams = teamsOf(roster, wished)
  const queue = wished.queue === undefined ? -1 : roster.queues.indexOf(wished.queue)
  const sought = plain(wished.q ?? '')
  return roster.people.flatMap((known) => {
    const found = people.get(known.id)
    if (!found) return []
    if (teams && !known.teams.some((team) => teams.has(team))) return []
    if (queue >= 0 && !known.queues.includes(queue)) return []
    if (sought !== '' && !plain(known.name).includes(sought)) return []
    if (wished.look && !personNeeds(found, now)) return []
    return [{ now: found, known }]
  })
}

function teamsOf({ sites }: Roster, { team, site }: Wished): ReadonlySet<string> | null {
  if (team !== undefined) return new Set([team])
  if (site !== undefined) return new Set(sites.find(({ id }) => id === site)?.teams ?? [])
  return null
}

/** Of a team or a site: the queues its people may take from. */
export function queuesShown(roster: Roster, queues: ReadonlyMap<string, FloorQueue>, wished: Wished): FloorQueue[] {
  const teams = teamsOf(roster, wished)
  const served =
    teams && new Set(roster.people.filter((each) => each.teams.some((team) => teams.has(team))).flatMap((each) => each.queues))
  const sought = plain(wished.q ?? '')
  return roster.queues.flatMap((id, place) => {
    const queue = queues.get(id)
    if (!queue || (served && !served.has(place))) return []
    if (wished.queue !== undefined && wished.queue !== id) return []
    if (sought !== '' && !plain(queue.name).includes(sought) && !anybody(roster, place, sought)) return []
    return wished.look && !queueNeeds(queue) ? [] : [queue]
  })
}

const anybody = ({ people }: Roster, place: number, sought: string): boolean =>
  people.some(({ name, queues }) => queues.includes(place) && plain(name).includes(sought))

const since = ({ oldest_at }: FloorQueue): number => (oldest_at === null ? Infinity : Date.parse(oldest_at))
const share = ({ kept, of }: FloorQueue): number => (of === 0 ? 2 : kept / of)
const weight = (queue: FloorQueue): number =>
  ({ now: 0, soon: 1 })[queueNeeds(queue)?.weight ?? 'soon'] + (queueNeeds(queue) ? 0 : 1)

// Smallest first; where nothing is asked, what needs a look comes first and the rest in the order of the rules.
const orders: Record<string, (a: FloorQueue, b: FloorQueue) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, 'fr'),
  waiting: (a, b) => a.waiting - b.waiting,
  oldest: (a, b) => since(b) - since(a),
  expected: (a, b) => (a.expected_s ?? -1) - (b.expected_s ?? -1),
  level: (a, b) => share(a) - share(b),
  here: (a, b) => a.people.ready - b.people.ready,
  today: (a, b) => a.arrived - b.arrived,
}

export function sorted(queues: readonly FloorQueue[], { by, down }: Wished): FloorQueue[] {
  const order = by === undefined ? undefined : orders[by]
  if (!order) return queues.toSorted((a, b) => weight(a) - weight(b) || Number(a.candidate) - Number(b.candidate))
  return queues.toSorted((a, b) => (down ? order(b, a) : order(a, b)))
}

const states = ['ringing', 'ready', 'busy', 'wrapping', 'paused', 'off'] as const
const own: Record<(typeof sorts)[number], (a: Somebody, b: Somebody) => number> = {
  state: (a, b) => states.indexOf(a.now.state) - states.indexOf(b.now.state) || Date.parse(a.now.since) - Date.parse(b.now.since),
  since: (a, b) => Date.parse(a.now.since) - Date.parse(b.now.since),
  load: (a, b) => b.now.load - a.now.load,
  name: (a, b) => a.known.name.localeCompare(b.known.name, 'fr'),
}
export const sortedPeople = (people: readonly Somebody[], { sort = 'state' }: Wished): Somebody[] => people.toSorted(own[sort])
