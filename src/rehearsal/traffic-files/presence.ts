// Who was there to be given a call. Call files say when somebody served, not when they were free; so a shift runs from the first to the last
// act of a day, and absences within it are inferred:
// - While somebody they serve has been waiting for longer than it takes to pick up, and they serve nobody, they were not there. That is a
//   proof, as far as the centre gives waiting calls to whoever is free.
// - A silence longer than `silence_s` without such a proof is a break all the same: nobody sits so long at a busy counter unasked.
// The first uses the queue as it was; how far that flatters a reproduction of the same days is measured in docs/rehearsal-scores.md.
import type { Call } from './read-calls.ts'
import type { Stretch } from './row-times.ts'
import { isServedByName, whoServesWhat } from './who-serves-what.ts'

export type PresenceRules = {
  proof: 'waiting' | 'none'
  pick_up_s: number // somebody waiting for less than this proves nothing
  least_away_s: number // shorter proofs are pauses after a call, see learn.ts
  silence_s: number
}

/** A day of somebody: what they served, and when they were there, in seconds since midnight of the first day replayed. */
export type Shift = { agent: string; kinds: readonly string[]; spells: Spell[] }

/**
 * At work without a break. The last contact of a spell is accepted at `last_accepted_s`, and the spell ends with it: a rehearsal that went on
 * offering until `to_s` would have whoever is serving then stay on for half a contact more, before every break of the day.
 */
export type Spell = Stretch & { last_accepted_s: number }

/** A call whose seconds count from midnight of the first day of the run. */
export type PlacedCall = Call & { origin_s: number }

/** The shifts of everybody named, one a person and day. `calls`: all of the days replayed, in any order. */
export function shiftsOf(calls: readonly PlacedCall[], rules: PresenceRules): Shift[] {
  const serves = whoServesWhat(calls)
  const byDay = Map.groupBy(calls, ({ day }) => day)
  const waiting = new Map<string, Stretch[]>()
  return [...Map.groupBy(calls.filter(isServedByName), ({ day, agent }) => `${day} ${agent}`).values()].map((own) => {
    const { day, agent } = own[0] ?? { day: '', agent: '' }
    const kinds = serves(day, agent)
    const key = `${day} ${kinds.join()}`
    const proofs =
      waiting.get(key) ??
      proofsOf(
        (byDay.get(day) ?? []).filter(({ kind }) => kinds.includes(kind)),
        rules.pick_up_s,
      )
    waiting.set(key, proofs)
    return { agent, kinds, spells: spellsOf(own.map(servedStretch), rules.proof === 'waiting' ? proofs : [], rules) }
  })
}

/** Those whom nobody named served were served by somebody all the same: as many shifts as it takes, each as long as the call. */
export function unnamedShifts(calls: readonly PlacedCall[]): Shift[] {
  const kinds = [...new Set(calls.map(({ kind }) => kind))]
  const free: { agent: string; from_s: number }[] = []
  const unnamed = calls.filter(({ ended, agent }) => ended === 'answered' && agent === null).map(servedStretch)
  return unnamed
    .toSorted((a, b) => a.from_s - b.from_s)
    .filter(({ from_s, to_s }) => to_s > from_s)
    .map(({ from_s, to_s }) => {
      const lane = free.find((one) => one.from_s <= from_s) ?? { agent: `(not named ${free.length + 1})`, from_s: 0 }
      if (lane.from_s === 0) free.push(lane)
      lane.from_s = to_s + PAUSE_OF_UNNAMED_S
      return { agent: lane.agent, kinds, spells: [{ from_s, to_s, last_accepted_s: from_s }] }
    })
}

function spellsOf(served: Stretch[], proofs: Stretch[], rules: PresenceRules): Spell[] {
  const spells: Spell[] = []
  for (const { from_s, to_s } of served.toSorted((a, b) => a.from_s - b.from_s)) {
    const spell = spells.at(-1)
    const away_s = spell && from_s > spell.to_s ? awayIn({ from_s: spell.to_s, to_s: from_s }, proofs, rules) : 0
    if (!spell || away_s > 0) spells.push({ from_s: spell ? spell.to_s + away_s : from_s, to_s, last_accepted_s: from_s })
    else Object.assign(spell, { to_s: Math.max(spell.to_s, to_s), last_accepted_s: from_s })
  }
  return spells
}

// For how long of the gap somebody was away. Whoever goes, goes after a contact: an absence begins with the gap. It ends with the last proof of
// it, or where that reaches the next contact, there.
function awayIn(gap: Stretch, proofs: Stretch[], rules: PresenceRules): number {
  const long_s = gap.to_s - gap.from_s
  if (long_s > rules.silence_s) return long_s
  const proved = within(gap, proofs)
  const last = proved.at(-1)
  if (!last || proved.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0) < rules.least_away_s) return 0
  return gap.to_s - last.to_s < 2 * rules.pick_up_s ? long_s : last.to_s - gap.from_s
}

// When somebody had been waiting for longer than it takes to pick up.
const proofsOf = (calls: readonly PlacedCall[], pick_up_s: number) =>
  united(
    calls
      .filter(({ wait_s }) => wait_s > pick_up_s)
      .map(({ origin_s, arrived_s, wait_s }) => ({
        from_s: origin_s + arrived_s + pick_up_s,
        to_s: origin_s + arrived_s + wait_s,
      })),
  )

function servedStretch({ origin_s, served_from_s, handling_s }: PlacedCall): Stretch {
  const from_s = origin_s + (served_from_s ?? 0)
  return { from_s, to_s: from_s + (handling_s ?? 0) }
}

/** Stretches in order, those that overlap made one. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const one: Stretch[] = []
  for (const { from_s, to_s } of stretches.toSorted((a, b) => a.from_s - b.from_s)) {
    const last = one.at(-1)
    if (last && from_s <= last.to_s) last.to_s = Math.max(last.to_s, to_s)
    else one.push({ from_s, to_s })
  }
  return one
}

// The pieces of ordered, separate stretches that lie within one.
function within(bounds: Stretch, ordered: readonly Stretch[]): Stretch[] {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.to_s ?? 0) <= bounds.from_s) low = middle + 1
    else high = middle
  }
  const pieces: Stretch[] = []
  for (let i = low; i < ordered.length; i++) {
    const { from_s, to_s } = ordered[i] ?? bounds
    if (from_s >= bounds.to_s) break
    pieces.push({ from_s: Math.max(from_s, bounds.from_s), to_s: Math.min(to_s, bounds.to_s) })
  }
  return pieces
}

const PAUSE_OF_UNNAMED_S = 60
