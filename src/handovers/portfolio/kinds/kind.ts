// A kind of thing that rests on a person: how much there is, what it is, and how it passes. One file a kind, one line in all.ts.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Item, ItemKind } from '../../contract.ts'

export type Wanted = {
  person: PersonId
  cursor?: string | undefined
  limit: number
  customer?: string | undefined
  company?: string | undefined
}
export type Found = { items: Omit<Item, 'offered_to'>[]; next: string | null }
export type Kind = {
  kind: ItemKind
  count(work: Work, person: PersonId): Promise<number>
  page(work: Work, wanted: Wanted): Promise<Found> // a company's or customer's filter may leave a page short; `next` says whether there is more
  holds(work: Work, ids: readonly string[], person: PersonId): Promise<ReadonlySet<string>> // which of them still rest on the person
  pass(work: Work, ids: readonly string[], way: { from: PersonId; to: PersonId }): Promise<void> // not cases: they pass by hand-over
}
