// Contacts of which the rules know the same are one kind: whatever rules are tried, they go to the same queue.
import { countOf, nameAt, type Contacts } from './contacts.ts'

export type KindFacts = {
  channel: string
  entry_point: string | null
  brand: string | null
  reason: string | null
  language: string | null
  priority: string
  degree: string | null
  flags: string | null // joined by commas
}
export type KindOfContacts = { facts: KindFacts; places: number[] }

export const MOST_KINDS = 400

/** The kinds, most contacts first. Beyond the bound, the rare ones are put together by channel and door alone; how many contacts that were is told. */
export function kindsOf(contacts: Contacts): { kinds: KindOfContacts[]; merged: number } {
  const own = new Map<string, number[]>()
  for (let i = 0; i < countOf(contacts); i++) {
    const { channel, door, brand, reason, language, priority, degree, flags } = contacts
    const key = `${channel[i]} ${door[i]} ${brand[i]} ${reason[i]} ${language[i]} ${priority[i]} ${degree[i]} ${flags[i]}`
    const places = own.get(key)
    if (places) places.push(i)
    else own.set(key, [i])
  }
  const all = [...own.values()].sort((a, b) => b.length - a.length)
  const kinds = all.slice(0, MOST_KINDS).map((places) => ({ facts: factsAt(contacts, places[0] ?? 0), places }))
  const rare = all.slice(MOST_KINDS).flat()
  const plain = Map.groupBy(rare, (i) => `${contacts.channel[i]} ${contacts.door[i]}`)
  return {
    kinds: [...kinds, ...[...plain.values()].slice(0, 90).map((places) => plainKind(contacts, places))],
    merged: rare.length,
  }
}

function factsAt(contacts: Contacts, i: number): KindFacts {
  const at = (column: readonly number[]): string | null => nameAt(contacts.names, column[i] ?? -1)
  return {
    channel: at(contacts.channel) ?? '',
    entry_point: at(contacts.door),
    brand: at(contacts.brand),
    reason: at(contacts.reason),
    language: at(contacts.language),
    priority: at(contacts.priority) ?? 'normal',
    degree: at(contacts.degree),
    flags: at(contacts.flags),
  }
}

const plainKind = (contacts: Contacts, places: number[]): KindOfContacts => ({
  facts: { ...factsAt(contacts, places[0] ?? 0), reason: null, language: null, priority: 'normal', degree: null, flags: null },
  places,
})
