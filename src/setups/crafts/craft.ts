// How one kind of thing a set-up speaks of is made, changed and put away by the room that owns it.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { ItemKind, SetupDocument } from '../contract.ts'

export type Language = 'fr' | 'en'
export type Entry<Item> = { key: string; name: string; item: Item }
// gone: no longer there, whoever took it away · rests: something rests on it · said: all that a set-up says of such a thing, as it is now
export type Standing = { said: unknown; gone: boolean; rests: boolean }
export type Means = {
  language: Language
  made: (kind: ItemKind, key: string) => string | undefined // what stands for a key of the document by now
  person: PersonId // who leads what needs somebody to lead it
}
export type Craft<Item = unknown> = {
  kind: ItemKind
  entries: (document: SetupDocument, language: Language) => Entry<Item>[]
  theirs: (work: Work, entries: readonly Entry<Item>[]) => Promise<Map<string, string>> // by key of the entry, the id of what bears its name already
  standing: (work: Work, ids: readonly string[]) => Promise<Map<string, Standing>>
  add: (work: Work, entry: Entry<Item>, how: { means: Means; before: string | undefined }) => Promise<string> // before: what was put away under this key
  change: (work: Work, entry: Entry<Item>, how: { means: Means; id: string }) => Promise<string>
  retire: (work: Work, id: string) => Promise<void>
}
// Each craft reads the entries it made itself, so the list of all need not know of what.
export const craft = <Item>(made: Craft<Item>): Craft => made as unknown as Craft

export const byName = <Item>(entries: readonly Entry<Item>[], names: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(entries.flatMap(({ key, name }) => (names.has(folded(name)) ? [[key, names.get(folded(name))!]] : []))) // looked at just before
export const folded = (name: string): string => name.trim().toLowerCase()
