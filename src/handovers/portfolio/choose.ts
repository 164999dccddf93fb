// What a wish names becomes a list of things: whole kinds, customers, companies, or things one by one. Bounded, the latest cases first.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Item, ItemKind, WantedItems } from '../contract.ts'
import { kinds } from './kinds/all.ts'
import { pageOf } from './resting.ts'

export const MOST_IN_ALL = 10_000
const AT_ONCE = 200

export async function choose(work: Work, person: PersonId, wanted: WantedItems): Promise<Item[]> {
  const chosen: Item[] = []
  for (const { kind } of kinds) {
    if (!mayName(wanted, kind)) continue
    for await (const item of everything(work, person, { kind, wanted })) {
      if (chosen.length >= MOST_IN_ALL) return chosen
      if (item.offered_to === null && isWanted(wanted, item)) chosen.push(item)
    }
  }
  return chosen
}

const mayName = ({ kinds: named, items }: WantedItems, kind: ItemKind): boolean =>
  (!named || named.includes(kind)) && (!items || items.some((item) => item.kind === kind))

// Customers and companies are alternatives: what belongs to any of them is wanted.
function isWanted({ customers, companies, items }: WantedItems, item: Item): boolean {
  if (items && !items.some(({ kind, id }) => kind === item.kind && id === item.id)) return false
  if (!customers && !companies) return true
  const of = (ids: readonly string[] | undefined, id: string | undefined): boolean =>
    id !== undefined && (ids?.includes(id) ?? false)
  return of(customers, item.customer?.id) || of(companies, item.company?.id)
}

async function* everything(
  work: Work,
  person: PersonId,
  { kind, wanted }: { kind: ItemKind; wanted: WantedItems },
): AsyncGenerator<Item> {
  const only = wanted.customers?.length === 1 && !wanted.companies ? { customer: wanted.customers[0] } : {}
  let cursor: string | undefined
  for (let left = MOST_IN_ALL / AT_ONCE; left > 0; left--) {
    const { items, next } = await pageOf(work, kind, { person, limit: AT_ONCE, cursor, ...only })
    yield* items
    if (!next) return
    cursor = next
  }
}
