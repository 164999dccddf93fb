// For rooms above that serve by contract: which of these customers are under a service contract today, of their own or of their company.
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { contractsFor } from './contracts-of.ts'
import { today } from './today.ts'

export async function underContract(work: Work, customers: readonly CustomerId[]): Promise<Set<CustomerId>> {
  const contracts = await contractsFor(work, customers)
  return new Set(customers.filter((each) => contracts.of(each, today(work)).length > 0))
}
