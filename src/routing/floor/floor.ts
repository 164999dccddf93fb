// The floor for whoever looks: whole, or what has changed since they looked last. Everybody who looks within the same second, with nothing routed
// in between, is shown the same; what was shown of late is kept, so that the next answer is small.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { Floor, FloorPerson, FloorQueue } from '../contract/floor.ts'
import { seesOf, knownRoster } from './roster.ts'
import { rulesNow } from './rules-now.ts'
import { snapshot, type Rows } from './snapshot.ts'
import { routerSeq } from './store.ts'

type Shown = {
  stamp: string
  seq: number
  at: Temporal.Instant
  rows: Rows
  queues: Map<string, FloorQueue>
  people: Map<string, FloorPerson>
}
const SAME_MILLISECONDS = 1_000
const MOST_KEPT = 30 // a minute of looking every two seconds
const MOST_HOUSES = 100
const shown = new Map<string, Shown[]>() // by tenant, the latest last

export async function floor(work: Work, { after }: { after?: string | undefined }): Promise<Floor> {
  allow(work, 'routing.read')
  const now = await latest(work)
  const before = shown.get(work.tenant)?.find(({ stamp }) => stamp === after)
  const sees = await seesPeople(work)
  const { rulebook, trial, queues, people } = now.rows
  const head = { at: work.now.toString(), stamp: now.stamp, rulebook, trial }
  if (!before)
    return { ...head, whole: true, queues, people: people.filter(({ id }) => sees(id)), gone: { queues: [], people: [] } }
  return {
    ...head,
    whole: false,
    queues: queues.filter((queue) => before.queues.get(queue.id) !== queue),
    people: people.filter((person) => before.people.get(person.id) !== person && sees(person.id)),
    gone: { queues: gone(before.queues, now.queues), people: gone(before.people, now.people) },
  }
}

const gone = (before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): string[] =>
  [...before.keys()].filter((id) => !now.has(id))

async function seesPeople(work: Work): Promise<(id: string) => boolean> {
  const sees = seesOf(work)
  if (sees({ teams: [] })) return () => true
  const rules = await rulesNow(work)
  const mine = rules ? (await knownRoster(work, rules)).people.filter(sees) : []
  const ids = new Set<string>(mine.map(({ id }) => id))
  return (id) => ids.has(id)
}

async function latest(work: Work): Promise<Shown> {
  const seq = (await routerSeq(work))?.seq ?? 0
  const all = shown.get(work.tenant) ?? []
  const last = all.at(-1)
  const age = last ? work.now.epochMilliseconds - last.at.epochMilliseconds : Infinity
  if (last && last.seq === seq && age >= 0 && age < SAME_MILLISECONDS) return last
  const next = kept(work, seq, { rows: await snapshot(work), last })
  shown.delete(work.tenant) // and again at the end: the house that was looked at longest ago is forgotten first
  shown.set(work.tenant, [...all, next].slice(-MOST_KEPT))
  if (shown.size > MOST_HOUSES) shown.delete(shown.keys().next().value!)
  return next
}

let count = 0
const born = crypto.randomUUID() // a stamp of another program, or of this one before it began anew, is nobody's

// A row that reads as it did is the same row: what has changed is then told by who is who.
function kept(work: Work, seq: number, { rows, last }: { rows: Rows; last: Shown | undefined }): Shown {
  const queues = rows.queues.map((row) => same(last?.queues.get(row.id), row))
  const people = rows.people.map((row) => same(last?.people.get(row.id), row))
  return {
    stamp: `${born}.${process.pid}.${++count}`,
    seq,
    at: work.now,
    rows: { ...rows, queues, people },
    queues: new Map(queues.map((row) => [row.id, row])),
    people: new Map(people.map((row) => [row.id, row])),
  }
}

const same = <Row>(before: Row | undefined, now: Row): Row =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
