// Service contracts: given to a customer or a company, for some time, with the service level they carry.
import { allow, audit } from '#access'
import * as customers from '#customers'
import { newId } from '#base/id'
import { overtaken } from '#base/overtaken'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CompanyId, CustomerId } from '#customers/contract'
import {
  contractBackwards, contractChanged, contractsOverlap, contractUnknown, policyUnknown, type PolicyId, type ServiceContract, type ServiceContractId,
} from './contract.ts' // prettier-ignore
import { houseLevels, policyNamed } from './house-levels.ts'
import { reviewAll, watchTurns } from './review.ts'
import {
  deleteContract,
  findContract,
  insertContract,
  pageContracts,
  updateContract,
  type ContractRow,
} from './store/contract.ts'
import { isOverlap } from './store/overlap.ts'
import { today } from './today.ts'

type Asked = {
  cursor?: string | undefined
  limit: number
  customer?: CustomerId | undefined
  company?: CompanyId | undefined
  state: 'running' | 'all'
}

export async function listContracts(work: Work, asked: Asked): Promise<{ items: ServiceContract[]; next: string | null }> {
  allow(work, 'customer.read')
  const [on = '', id = ''] = (asked.cursor ?? '').split('~')
  const rows = await pageContracts(work, {
    after: /^\d{4}-\d\d-\d\d$/.test(on) && /^[0-9a-f-]{36}$/.test(id) ? { on, id } : null, most: asked.limit + 1, company: asked.company ?? null,
    customers: asked.customer ? await customers.group(work, asked.customer) : null, on: asked.state === 'running' ? today(work) : null,
  }) // prettier-ignore
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined
  return { items: await show(work, rows.slice(0, asked.limit)), next: last ? `${last.starts_on.toString()}~${last.id}` : null }
}

async function show(work: Work, rows: readonly ContractRow[]): Promise<ServiceContract[]> {
  const [people, companies] = await Promise.all([
    customers.find(work, rows.flatMap(({ customer_id }) => customer_id ?? [])),
    customers.findCompanies(work, rows.flatMap(({ company_id }) => company_id ?? [])),
  ]) // prettier-ignore
  return rows.map((row) => ({
    id: row.id, name: row.name, version: row.version, policy: { id: row.policy_id, name: row.policy_name }, state: stateOf(row, today(work)),
    customer: row.customer_id && { id: row.customer_id, name: people.get(row.customer_id)?.name ?? '' },
    company: row.company_id && { id: row.company_id, name: companies.get(row.company_id)?.name ?? '' },
    starts_on: row.starts_on.toString(), ends_on: row.ends_on?.toString() ?? null,
  })) // prettier-ignore
}

function stateOf({ starts_on, ends_on }: ContractRow, on: Temporal.PlainDate): ServiceContract['state'] {
  if (Temporal.PlainDate.compare(starts_on, on) > 0) return 'coming'
  return ends_on && Temporal.PlainDate.compare(ends_on, on) < 0 ? 'over' : 'running'
}

type Terms = { name: string; policy_id: PolicyId; starts_on: string; ends_on: string | null }
type New = Terms & { holder: { customer: CustomerId } | { company: CompanyId } }

export async function giveContract(work: Work, { holder, ...terms }: New): Promise<ServiceContract> {
  allow(work, 'clock.manage', { brand: null })
  await needTerms(work, terms)
  const [customer_id, company_id] = 'customer' in holder ? [holder.customer, null] : [null, holder.company]
  if (customer_id && !(await customers.find(work, [customer_id])).has(customer_id)) throw refuse(notFound, {})
  if (company_id && !(await customers.findCompanies(work, [company_id])).has(company_id)) throw refuse(notFound, {})
  const id = newId<'service_contract'>(work.now)
  await insertContract(work, { id, customer_id, company_id, ...terms }).catch(refusedByOverlap)
  return await changed(work, id, 'service_contract.given')
}

export async function editContract(
  work: Work,
  given: Terms & { id: ServiceContractId; version: number },
): Promise<ServiceContract> {
  allow(work, 'clock.manage', { brand: null })
  const before = await findContract(work, given.id)
  if (!before) throw refuse(contractUnknown, {})
  await needTerms(work, given)
  if ((await updateContract(work, given).catch(refusedByOverlap)) === 0)
    throw overtaken((await show(work, [before]))[0], given.version)
  return await changed(work, given.id, 'service_contract.changed')
}

export async function takeContractBack(work: Work, { id }: { id: ServiceContractId }): Promise<object> {
  allow(work, 'clock.manage', { brand: null })
  const before = await findContract(work, id)
  if (!before) throw refuse(contractUnknown, {})
  await changed(work, id, 'service_contract.taken_back')
  await deleteContract(work, id)
  return {}
}

async function needTerms(work: Work, { policy_id, starts_on, ends_on }: Terms): Promise<void> {
  if (ends_on !== null && ends_on < starts_on) throw refuse(contractBackwards, {})
  if (!policyNamed(await houseLevels(work), policy_id)) throw refuse(policyUnknown, {})
}

// Contracts are of a customer or of all who work for a company: whoever is watched is looked at anew.
async function changed(work: Work, id: ServiceContractId, what: string): Promise<ServiceContract> {
  const row = (await findContract(work, id))!
  await audit(work, what, { about: id })
  work.publish(contractChanged, { contract_id: id, customer_id: row.customer_id, company_id: row.company_id })
  await reviewAll(work, row.customer_id ? await customers.group(work, row.customer_id) : null)
  await watchTurns(work)
  return (await show(work, [row]))[0]!
}

function refusedByOverlap(error: unknown): never {
  throw isOverlap(error, 'one_contract_of_a_customer') || isOverlap(error, 'one_contract_of_a_company')
    ? refuse(contractsOverlap, {})
    : error
}
