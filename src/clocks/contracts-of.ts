// Which service contracts hold for the customers of these cases, on a day. A contract of one record of a person holds for all of them.
import * as customers from '#customers'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Carried } from './rules/choose-policy.ts'
import { anyContract, contractsOf, type ContractRow } from './store/contract.ts'

export type Contracts = { of(customer: CustomerId | null, on: Temporal.PlainDate): Carried[] }
const NONE: Contracts = { of: () => [] }

export async function contractsFor(work: Work, ids: readonly (CustomerId | null)[]): Promise<Contracts> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0 || !(await once(work, 'any service contract', () => anyContract(work)))) return NONE
  const groups = new Map(await Promise.all(wanted.map(async (id) => [id, await customers.group(work, id)] as const)))
  const known = await customers.find(work, [...new Set([...groups.values()].flat())])
  const companies = new Set([...known.values()].flatMap(({ company }) => company?.id ?? []))
  const held = await contractsOf(work, { customers: [...known.keys()], companies: [...companies] })
  return {
    of: (customer, on) => {
      const group = (customer && groups.get(customer)) ?? []
      const employers = new Set(group.flatMap((id) => known.get(id)?.company?.id ?? []))
      const holds = (each: ContractRow): boolean =>
        isOn(each, on) &&
        ((each.customer_id !== null && group.includes(each.customer_id)) ||
          (each.company_id !== null && employers.has(each.company_id)))
      return held.filter(holds).map((each) => ({ ...carried(each), holder: holderName(each, known) }))
    },
  }
}

const isOn = ({ starts_on, ends_on }: ContractRow, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(starts_on, on) <= 0 && (ends_on === null || Temporal.PlainDate.compare(on, ends_on) <= 0)

const carried = (each: ContractRow): Omit<Carried, 'holder'> => ({
  policy_id: each.policy_id,
  name: each.name,
  of: each.customer_id ? 'customer' : 'company',
  ends_on: each.ends_on?.toString() ?? null,
})

function holderName(each: ContractRow, known: Awaited<ReturnType<typeof customers.find>>): string {
  if (each.customer_id) return known.get(each.customer_id)?.name ?? ''
  return [...known.values()].find(({ company }) => company?.id === each.company_id)?.company?.name ?? ''
}
