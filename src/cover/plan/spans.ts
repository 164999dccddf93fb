// Who would stand in, stretch by stretch, for things for which nobody in particular, or these people, are named. Asked once for each.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Why } from '../contract.ts'
import { joined, stretchesOf, type Stretch } from '../rules/stretches.ts'
import type { Thought } from './thought.ts'

export type Stand = Stretch & { person: PersonId | null; because: Why | null }
export type Named = { chosen: PersonId | null; named: readonly PersonId[] }
export type SpansFor = (of: Named) => Promise<Stand[]>

// Of an absence that has begun only what is left of it is planned.
export async function spansFor(work: Work, thought: Thought): Promise<{ of: SpansFor; away: staff.Away[] }> {
  const begins = Temporal.Instant.compare(thought.starts_at, work.now) < 0 && Temporal.Instant.compare(thought.ends_at, work.now) > 0 ? work.now : thought.starts_at // prettier-ignore
  const away = (await staff.absencesBetween(work, thought)).filter(({ person }) => person !== thought.person)
  const stretches = stretchesOf({ from: begins, until: thought.ends_at }, away)
  const known = new Map<string, Promise<Stand[]>>()
  const of: SpansFor = ({ chosen, named }) => {
    const key = `${chosen ?? ''} ${named.join(' ')}`
    const found = known.get(key) ?? standing(work, thought, { stretches, chosen, named })
    known.set(key, found)
    return found
  }
  return { of, away }
}

async function standing(
  work: Work,
  { person, deputy }: Thought,
  { stretches, chosen, named }: Named & { stretches: readonly Stretch[] },
): Promise<Stand[]> {
  const stands: Stand[] = []
  for (const { from, until } of stretches) {
    const found = await staff.standInIf(work, { person, deputy, named: [...(chosen ? [chosen] : []), ...named] }, from)
    const because = found && (found.person === chosen ? 'chosen' : found.because)
    stands.push({ from, until, person: found?.person ?? null, because })
  }
  return joined(stands, (a, b) => a.person === b.person && a.because === b.because)
}
