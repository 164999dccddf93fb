// Who was there to be given a call. Call files say when somebody served, not when they were free; so a shift runs from the first to the last
// act of a day, and absences within it are inferred:
// - While somebody they serve has been waiting for longer than it takes to pick up, and they serve nobody, they were not there. That is a
//   proof, as far as the centre gives waiting calls to whoever is free.
// - A silence longer than `silence_s` without such a proof is a break all the same: nobody sits so long at a busy counter unasked.
// The first uses the queue as it was; how far that flatters a reproduction of the same days is measured in docs/rehearsal-scores.md.
import type { Call } from './read-calls.ts'
import type { Stretch } from './row-times.ts'

export type PresenceRules = {
  proof: 'waiting' | 'none'
  pick_up_s: number // somebody waiting for less than this proves nothing
  least_away_s: number // shorter proofs are pauses after a call, see learn.ts
  bridge_s: number // between two proofs, shorter stretches in which nobody waited count as away too
  silence_s: number
}

/** A stretch at work, in seconds since midnight of the first day of the file, with the absences in it. */
export type Shift = { agent: string; from_s: number; to_s: number; away: Stretch[] }

/** A call whose seconds count from midnight of the first day of the run. */
export type PlacedCall = Call & { origin_s: number }

/** The shifts of everybody named, one a person and day. `calls`: all of the file, in any order. */
export function shiftsOf(calls: readonly PlacedCall[], rules: PresenceRules): Shift[] {
  const served = Map.groupBy(
    calls.filter((call) => call.agent !== null && call.served_from_s !== null),
    (call) => `${call.day} ${call.agent}`,
  )
  const kinds = kindsOf(calls)
  const waiting = new Map<string, Stretch[]>()
  return [...served.values()].map((own) => {
    const [first] = own
    const agent = first?.agent ?? ''
    const key = `${first?.day} ${[...(kinds.get(agent) ?? [])].toSorted().join()}`
    const proofs =
      waiting.get(key) ??
      proofsOf(
        calls.filter((call) => call.day === first?.day && kinds.get(agent)?.has(call.kind)),
        rules.pick_up_s,
      )
    waiting.set(key, proofs)
    return shiftOf(agent, united(own.map(servedStretch)), { proofs: rules.proof === 'waiting' ? proofs : [], rules })
  })
}

/** What each person named has served: what they are taken to be able to serve. */
export function kindsOf(calls: readonly Call[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const { agent, kind } of calls) {
    if (agent === null) continue
    const own = kinds.get(agent) ?? new Set()
    kinds.set(agent, own.add(kind))
  }
  return kinds
}

/** Those whom nobody named served were served by somebody all the same: as many shifts as it takes, each as long as the call. */
export function unnamedShifts(calls: readonly PlacedCall[]): Shift[] {
  const lanes: Shift[] = []
  const free: { agent: string; from_s: number }[] = []
  for (const call of calls
    .filter((one) => one.ended === 'answered' && one.agent === null)
    .toSorted((a, b) => a.origin_s + a.arrived_s - b.origin_s - b.arrived_s)) {
    const { from_s, to_s } = servedStretch(call)
    if (to_s <= from_s) continue
    let lane = free.find((one) => one.from_s <= from_s)
    if (!lane) free.push((lane = { agent: `(not named ${free.length + 1})`, from_s: 0 }))
    lane.from_s = to_s + 60
    lanes.push({ agent: lane.agent, from_s, to_s, away: [] })
  }
  return lanes
}

function shiftOf(agent: string, busy: Stretch[], { proofs, rules }: { proofs: Stretch[]; rules: PresenceRules }): Shift {
  const away = busy
    .slice(1)
    .flatMap((next, i) => awayIn({ from_s: busy[i]?.to_s ?? next.from_s, to_s: next.from_s }, proofs, rules))
  return { agent, from_s: busy[0]?.from_s ?? 0, to_s: busy.at(-1)?.to_s ?? 0, away: united(away) }
}

function awayIn(gap: Stretch, proofs: Stretch[], rules: PresenceRules): Stretch[] {
  if (gap.to_s - gap.from_s > rules.silence_s) return [gap]
  const proved = within(gap, proofs)
  const bridged = united(proved, rules.bridge_s)
  // Who goes on a break goes right after a call, and is given a call as soon as they are back: short stretches at the ends are away too.
  return bridged
    .filter(({ from_s, to_s }) => to_s - from_s >= rules.least_away_s)
    .map(({ from_s, to_s }) => ({
      from_s: from_s - gap.from_s < 2 * rules.pick_up_s ? gap.from_s : from_s,
      to_s: gap.to_s - to_s < 2 * rules.pick_up_s ? gap.to_s : to_s,
    }))
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

/** Stretches in order, those that overlap or lie at most `bridge_s` apart made one. */
export function united(stretches: readonly Stretch[], bridge_s = 0): Stretch[] {
  const one: Stretch[] = []
  for (const { from_s, to_s } of stretches.toSorted((a, b) => a.from_s - b.from_s)) {
    const last = one.at(-1)
    if (last && from_s <= last.to_s + bridge_s) last.to_s = Math.max(last.to_s, to_s)
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
