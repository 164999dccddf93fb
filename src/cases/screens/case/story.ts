// The story of a case: everything said, noted and decided, in order, parted by days. Pure.
import type { Case, Conversation, Interaction, Note, Ownership } from '../../contract.ts'
import { talks, type Talk } from './talk.ts'

export type Told =
  | { kind: 'message'; at: string; key: string; interaction: Interaction; way: Conversation }
  | { kind: 'note'; at: string; key: string; note: Note }
  | { kind: 'owner'; at: string; key: string; ownership: Ownership }
  | { kind: 'closed'; at: string; key: string }
export type Day = { day: string; at: string; told: (Told | Talk)[] }

/** Oldest first. `dayOf` says on which day an instant falls where the reader is ("2026-11-21"). Held-back answers are left out. */
export function story(
  found: Pick<Case, 'conversations' | 'notes' | 'owners' | 'closed_at'>,
  dayOf: (at: string) => string,
): Day[] {
  const all: Told[] = [
    ...found.conversations.flatMap((way) =>
      way.interactions
        .filter(({ state }) => state !== 'cancelled')
        .map((interaction): Told => ({ kind: 'message', at: interaction.at, key: interaction.id, interaction, way })),
    ),
    ...found.notes.map((note): Told => ({ kind: 'note', at: note.at, key: note.id, note })),
    ...found.owners.map((ownership): Told => ({
      kind: 'owner',
      at: ownership.since,
      key: `owner ${ownership.since}`,
      ownership,
    })),
    ...(found.closed_at ? [{ kind: 'closed', at: found.closed_at, key: 'closed' } as const] : []),
  ]
  return byDay(all.toSorted(inOrder), dayOf)
}

// What happened at the same instant: who answers for it comes after the message that made it so.
const RANK = { message: 0, note: 1, owner: 2, closed: 3 } as const
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
