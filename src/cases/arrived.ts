// Who sent a message, what is known of them, and whose case it became: what a courtesy sent back needs.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { Address, InteractionId, Marks } from './contract.ts'
import { findArrived } from './store/interaction.ts'

export type Arrived = {
  from: Address
  language: string | null
  marks: Marks
  number: number
  owner: PersonId
  customer: CustomerId | null
}

export async function arrived(work: Work, id: InteractionId): Promise<Arrived | undefined> {
  const found = await findArrived(work, id)
  if (!found) return undefined
  const { from_name, from_address, language, marks, number, owner_id, customer_id } = found
  return { from: { name: from_name, address: from_address }, language, marks, number, owner: owner_id, customer: customer_id }
}
