// The names shown beside ids, asked of the rooms that own them, once per list.
import * as brands from '#brands'
import * as customers from '#customers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BrandId, EntryPointId } from '#brands/contract'
import type { CustomerFacts, CustomerId } from '#customers/contract'
import type { PersonFacts } from '#staff/contract'

export type Names = {
  people: Map<PersonId, PersonFacts>
  customers: Map<CustomerId, CustomerFacts>
  brands: Map<string, string>
  entry_points: Map<string, string>
}
type Wanted = {
  people: readonly (PersonId | null)[]
  customers: readonly (CustomerId | null)[]
  brands: readonly string[]
  entry_points: readonly string[]
}

export async function namesFor(work: Work, wanted: Wanted): Promise<Names> {
  const brandIds = [...new Set(wanted.brands)] as BrandId[] // a foreign key says so
  const doorIds = [...new Set(wanted.entry_points)] as EntryPointId[]
  const [people, known, brandsFound, doors] = await Promise.all([
    staff.find(
      work,
      wanted.people.filter((id) => id !== null),
    ),
    customers.find(
      work,
      wanted.customers.filter((id) => id !== null),
    ),
    Promise.all(brandIds.map((id) => brands.brand(work, id))),
    Promise.all(doorIds.map((id) => brands.entryPoint(work, id))),
  ])
  return {
    people,
    customers: known,
    brands: new Map(brandsFound.flatMap((b) => (b ? [[b.id, b.name]] : []))),
    entry_points: new Map(doors.flatMap((d) => (d ? [[d.id, d.name]] : []))),
  }
}

export const personNamed = (people: Map<PersonId, PersonFacts>, id: PersonId): { id: PersonId; name: string } => ({
  id,
  name: people.get(id)?.name ?? '',
})
export const named = <Id extends string>(names: Map<string, string>, id: Id): { id: Id; name: string } => ({
  id,
  name: names.get(id) ?? '',
})

export function customerNamed(names: Names, id: CustomerId | null): { id: CustomerId; name: string } | null {
  const found = id ? names.customers.get(id) : undefined
  return found ? { id: found.id, name: found.name } : null
}
