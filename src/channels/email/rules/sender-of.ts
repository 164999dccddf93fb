// Under which address we answer. Pure: the door's own address; at a door that takes any address, the one the customer wrote to.
import type { Brand, EntryPoint } from '#brands/contract'
import type { Address } from '../sending/compose.ts'

type Facts = { door: EntryPoint | undefined; brand: Brand | undefined; author: { name: string } | null; heardAt: string | null }
export type Sender = { address: Address; local: string; domain: string }

export function senderOf({ door, brand, author, heardAt }: Facts): Sender {
  const [given, domain = 'localhost'] = split(door?.address ?? heardAt ?? 'contact@localhost')
  const local = given.split('+')[0]!
  const name = author ? `${author.name}${brand ? ` (${brand.name})` : ''}` : (brand?.name ?? null)
  return { address: { name, address: `${local}@${domain}` }, local, domain }
}

function split(address: string): [string, string?] {
  const at = address.lastIndexOf('@')
  return at > 0 ? [address.slice(0, at), address.slice(at + 1)] : [address]
}
