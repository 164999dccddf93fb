// Who was there when. Presence says it where there is any; otherwise whoever did something on a day counts as there from their first act of that
// day to their last. Pure; moments in milliseconds since 1970.

export type Spell = { from_ms: number; to_ms: number }
export type Said = { person: string; at_ms: number; state: string }

/** Lines of a presence slice: person, moment and state parted by tabs, in the order they happened. */
export function readPresence(lines: string): Said[] {
  if (lines === '') return []
  return lines.split('\n').map((line) => {
    const [person = '', at = '', state = ''] = line.split('\t')
    return { person, at_ms: Number(at), state }
  })
}

type Away = ReadonlyMap<string, readonly Spell[]>
/** The spells in which each person was available, cut to the period, less their absences. */
export function spellsOfPresence(said: readonly Said[], period: Spell, away: Away): Map<string, Spell[]> {
  const spells = new Map<string, Spell[]>()
  for (const [person, states] of Map.groupBy(said, (each) => each.person)) {
    const own = states.flatMap(({ at_ms, state }, i) =>
      state === 'available' ? [cut({ from_ms: at_ms, to_ms: states[i + 1]?.at_ms ?? period.to_ms }, period)] : [],
    )
    spells.set(person, without(joined(own), away.get(person) ?? []).filter(isLongEnough))
  }
  return spells
}

export type Act = { person: string; at_ms: number; for_ms: number } // what ended at `at_ms` after `for_ms`

/** From the beginning of the first act of each day to the end of the last, whatever lies between. A day is 24 h from a midnight. */
export function spellsOfActs(acts: readonly Act[], midnight_ms: number): Map<string, Spell[]> {
  const days = new Map<string, Map<number, Spell>>()
  for (const { person, at_ms, for_ms } of acts) {
    const own = days.get(person) ?? new Map<number, Spell>()
    days.set(person, own)
    const day = Math.floor((at_ms - midnight_ms) / 86_400_000)
    const known = own.get(day)
    own.set(day, {
      from_ms: Math.min(known?.from_ms ?? Infinity, at_ms - for_ms),
      to_ms: Math.max(known?.to_ms ?? -Infinity, at_ms),
    })
  }
  return new Map([...days].map(([person, own]) => [person, joined([...own.values()]).filter(isLongEnough)]))
}

const SHORTEST_MS = 60_000 // what is shorter is a page that was loaded again
const isLongEnough = ({ from_ms, to_ms }: Spell): boolean => to_ms - from_ms >= SHORTEST_MS
const cut = ({ from_ms, to_ms }: Spell, within: Spell): Spell => ({
  from_ms: Math.max(from_ms, within.from_ms),
  to_ms: Math.min(to_ms, within.to_ms),
})

/** Spells in order, those that touch or overlap made one; empty ones are left out. */
export function joined(spells: readonly Spell[]): Spell[] {
  const out: Spell[] = []
  for (const spell of spells.filter(({ from_ms, to_ms }) => from_ms < to_ms).toSorted((a, b) => a.from_ms - b.from_ms)) {
    const last = out.at(-1)
    if (last && spell.from_ms <= last.to_ms) last.to_ms = Math.max(last.to_ms, spell.to_ms)
    else out.push({ ...spell })
  }
  return out
}

function without(spells: readonly Spell[], away: readonly Spell[]): Spell[] {
  return joined(away).reduce<Spell[]>(
    (left, gone) =>
      left.flatMap((spell) => [
        ...[{ from_ms: spell.from_ms, to_ms: Math.min(spell.to_ms, gone.from_ms) }].filter(
          ({ from_ms, to_ms }) => from_ms < to_ms,
        ),
        ...[{ from_ms: Math.max(spell.from_ms, gone.to_ms), to_ms: spell.to_ms }].filter(({ from_ms, to_ms }) => from_ms < to_ms),
      ]),
    [...spells],
  )
}

export const hoursOf = (spells: Iterable<readonly Spell[]>): number =>
  [...spells].flat().reduce((sum, { from_ms, to_ms }) => sum + (to_ms - from_ms) / 3_600_000, 0)
