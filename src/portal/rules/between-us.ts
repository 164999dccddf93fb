// What of a case is between its customer and us. Pure.
// A case holds more than that: notes, what was forwarded to a supplier, what a colleague in copy wrote. A customer reads what they wrote
// themselves and what we wrote to them, and nothing else.
type Address = { address: string }
type Message = {
  direction: 'in' | 'out'
  kind: string
  state: string
  leaves_at: Temporal.Instant | null
  customer_id: string | null
  from_address: string
  recipients: { to: readonly Address[]; cc: readonly Address[] }
}
export type Reader = { customer: string | null; addresses: ReadonlySet<string>; now: Temporal.Instant } // addresses: lower case

/** Whether the reader wrote it, or it was said to them. `notice`: a line the house says in a chat, to whoever is there. */
export function isBetweenUs(message: Message, reader: Reader): boolean {
  if (message.kind !== 'message' && message.kind !== 'notice') return false
  return message.direction === 'in' ? isTheirs(message, reader) : hasLeft(message, reader.now) && isToThem(message, reader)
}

const isTheirs = ({ customer_id, from_address }: Message, { customer, addresses }: Reader): boolean =>
  customer !== null ? customer_id === customer : customer_id === null && addresses.has(from_address.toLowerCase())

// An answer may be held back until the moment it leaves.
const hasLeft = ({ state, leaves_at }: Message, now: Temporal.Instant): boolean =>
  state !== 'cancelled' && !(state === 'queued' && leaves_at !== null && Temporal.Instant.compare(leaves_at, now) > 0)

function isToThem({ recipients: { to, cc } }: Message, { addresses }: Reader): boolean {
  const all = [...to, ...cc]
  return all.length === 0 || all.some(({ address }) => addresses.has(address.toLowerCase())) // nobody named: it was said where they are
}

/**
 * Where a customer reads us: the addresses known to be theirs, and those they wrote from. Not those they asked to be answered at: anybody may
 * name a third party there, and would then read what we wrote to that party.
 */
export function addressesOf(
  known: readonly (string | null)[],
  messages: readonly Message[],
  customer: string | null,
): Set<string> {
  const theirs = messages.filter(
    ({ direction, customer_id }) => direction === 'in' && customer !== null && customer_id === customer,
  )
  const all = [...known, ...theirs.map(({ from_address }) => from_address)]
  return new Set(all.flatMap((address) => (address ? [address.toLowerCase()] : [])))
}
