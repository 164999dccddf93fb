// One lane of a rulebook's queue, as the engine knows it. Pure.
import type * as engine from '../engine/rules.ts'
import type { Elsewhere, Queue, Ring, Rulebook } from '../contract/rulebook.ts'
import type { Handles, Lane } from './compile.ts'

type With = { lanes: readonly Lane[]; handles: Handles; book: Rulebook }

export function compiledQueue(lane: Lane, given: With): engine.Queue {
  const { queue } = lane
  const { offer } = queue
  const { most_waiting: full, call_back, lasts_s } = queue
  return {
    mode: queue.mode,
    strategy: queue.who.strategy,
    needs: needs(queue, given.handles),
    degree: queue.who.degree,
    persons: persons(queue),
    rings: rings(queue, given),
    priority: {
      base: queue.priority.head_start_min,
      ageing_per_min: queue.priority.ageing,
      per_earlier_contact: queue.priority.earlier_contact_min,
      per_min_waited_before: queue.priority.counter_min,
    },
    ...(lane.deferred ? { deferred: deferred(lane) } : {}),
    closed: { arrivals: elsewhere(queue.closed, lane, given) },
    ...(full ? { most_waiting: { count: full.count, otherwise: elsewhere(full.otherwise, lane, given) } } : {}),
    overflow: queue.overflow.map(({ when, to }) => ({ ...when, to: given.handles.lane(lane.version, to, lane.deferred) })),
    ...(call_back ? { call_back_after_s: call_back.after_s } : {}),
    offer: {
      rings_s: offer.rings_s,
      auto_accept: offer.auto_accept,
      declined_for_s: offer.declined_for_s,
      ...(offer.away_after === null ? {} : { away_after: offer.away_after }),
    },
    wrap_up_s: queue.wrap_up.most_s,
    ...(lasts_s === null ? {} : { lasts_s }),
  }
}

const needs = ({ who }: Queue, handles: Handles): engine.Need[] =>
  who.skills.map(({ skill, level, strength, relax }) => ({
    ability: handles.ability('skill', skill),
    level,
    must: strength === 'must',
    relax: relax.toSorted((a, b) => a.after_s - b.after_s),
  }))

function persons({ who }: Queue): engine.Persons {
  const { owner, contact, deputies } = who.persons
  return { ...(owner ? { owner } : {}), ...(contact ? { contact } : {}), ...(deputies ? { deputies } : {}) }
}

// A ring that names neither teams nor sites is everybody.
const rings = ({ who }: Queue, { handles, book }: With): engine.Ring[] =>
  who.rings
    .toSorted((a, b) => a.after_s - b.after_s)
    .map((ring) => ({ after_s: ring.after_s, teams: teamsOfRing(ring, book, handles) }))

function teamsOfRing(ring: Ring, book: Pick<Rulebook, 'sites'>, handles: Handles): number[] {
  const named = teamsNamed(ring, book)
  return named ? handles.teamsWith((team) => named.has(team)) : handles.everybody()
}

/** The teams a ring asks: by name and by site together; null: everybody. */
export function teamsNamed({ teams, sites }: Ring, book: Pick<Rulebook, 'sites'>): Set<string> | null {
  if (teams === null && sites === null) return null
  const there = book.sites.filter(({ key }) => sites?.includes(key)).flatMap((site) => site.teams)
  return new Set([...(teams ?? []), ...there])
}

function deferred({ queue }: Lane): engine.Deferred {
  if (queue.pace.kind !== 'deferred') return { due_within_s: DAY_S }
  return { due_within_s: queue.pace.due_within_s, keep_free: queue.pace.keep_free }
}
const DAY_S = 86_400

const elsewhere = (where: Elsewhere, lane: Lane, { handles }: With): engine.Elsewhere =>
  where.does === 'overflow' ? { does: 'overflow', to: handles.lane(lane.version, where.to, lane.deferred) } : { does: where.does }
