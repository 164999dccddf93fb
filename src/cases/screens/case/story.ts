// The story of a case: everything said, noted and decided, in order, parted by days. Pure.
import type { Case, Closure, Conversation, Interaction, Merged, Note, Ownership } from '../../contract.ts'
import { talks, type Talk } from './talk.ts'
import type { ToldByOther } from './told-by-others.tsx'

export type Told =
  | { kind: 'message'; at: string; key: string; interaction: Interaction; way: Conversation }
  | { kind: 'note'; at: string; key: string; note: Note }
  | { kind: 'owner'; at: string; key: string; ownership: Ownership }
  | { kind: 'merged'; at: string; key: string; merged: Merged }
  | { kind: 'closed'; at: string; key: string; closure: Closure }
  | { kind: 'reopened'; at: string; key: string }
  | { kind: 'other'; at: string; key: string; other: ToldByOther }
export type Day = { day: string; at: string; told: (Told | Talk)[] }

/** Oldest first. `dayOf` says on which day an instant falls where the reader is ("2026-11-21"). Held-back answers are left out. */
export function story(
  found: Pick<Case, 'conversations' | 'notes' | 'owners' | 'closures' | 'merged'>,
  dayOf: (at: string) => string,
  others: readonly ToldByOther[] = [],
): Day[] {
  const all: Told[] = [
    ...found.conversations.flatMap((way) =>
      way.interactions
        .filter(({ state }) => state !== 'cancelled')
        .map((interaction): Told => ({ kind: 'message', at: interaction.at, key: interaction.id, interaction, way })),
    ),
    ...found.notes.map((note): Told => ({ kind: 'note', at: note.at, key: note.id, note })),
    ...found.owners.map((ownership, place): Told => ({
      kind: 'owner',
      at: ownership.since,
      key: `owner ${ownership.since} ${place}`,
      ownership,
    })),
    ...found.merged.map((merged): Told => ({ kind: 'merged', at: merged.at, key: merged.merge_id, merged })),
    ...others.map((other): Told => ({ kind: 'other', at: other.at, key: `other ${other.key}`, other })),
    ...found.closures.map((closure): Told => ({ kind: 'closed', at: closure.at, key: closure.id, closure })),
    ...found.closures.flatMap(({ id, reopened_at }): Told[] =>
      reopened_at ? [{ kind: 'reopened', at: reopened_at, key: `reopened ${id}` }] : [],
    ),
  ]
  return byDay(all.toSorted(inOrder), dayOf)
}

// What happened at the same instant: who answers for it comes after the message that made it so.
const RANK = { reopened: 0, message: 1, note: 2, other: 3, merged: 4, owner: 5, closed: 6 } as const
function inOrder(a: Told, b: Told): number {
  return Date.parse(a.at) - Date.parse(b.at) || RANK[a.kind] - RANK[b.kind]
}

function byDay(all: readonly Told[], dayOf: (at: string) => string): Day[] {
  const days: { day: string; at: string; told: Told[] }[] = []
  for (const told of all) {
    const day = dayOf(told.at)
    const last = days.at(-1)
    if (last?.day === day) last.told.push(told)
    else days.push({ day, at: told.at, told: [told] })
  }
  return days.map((day) => ({ ...day, told: talks(day.told) }))
}

/** The day where the reader is. */
export function localDay(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}
