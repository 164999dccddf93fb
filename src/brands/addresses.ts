// What the mail door asks before it knows whose mail it is. Given the dispatcher's connection, which sees envelopes of all tenants.
import type { Sql } from '#base/sql'
import type { EntryPointId, FoundEntryPoint } from './contract.ts'
import type { TenantId } from '#base/contract'
import { mailboxesOf } from './rules/address.ts'
import { findCatchAll, findMailboxes } from './store/entry-point.ts'

const MOST_AT_ONCE = 1_000 // a message may have ten thousand recipients; a statement should not

// One answer for each given address that is ours, in the order given and as it was written.
export async function entryPointsForAddresses(dispatcher: Sql, addresses: readonly string[]): Promise<FoundEntryPoint[]> {
  const found: FoundEntryPoint[] = []
  for (let start = 0; start < addresses.length; start += MOST_AT_ONCE)
    found.push(...(await findSome(dispatcher, addresses.slice(start, start + MOST_AT_ONCE))))
  return found
}

async function findSome(dispatcher: Sql, addresses: readonly string[]): Promise<FoundEntryPoint[]> {
  const wanted = addresses.map((address) => ({ address, mailboxes: mailboxesOf(address) }))
  const rows = await findMailboxes(dispatcher, [...new Set(wanted.flatMap(({ mailboxes }) => mailboxes))])
  const ours = new Map(rows.map((row) => [row.address, row]))
  return wanted.flatMap(({ address, mailboxes }) => {
    const row = mailboxes.map((mailbox) => ours.get(mailbox)).find((each) => each !== undefined)
    return row ? [{ tenant: row.tenant_id, entryPoint: row.id, address }] : []
  })
}

// The entry point that takes what no other does: a fresh installation knows no address yet.
export async function catchAll(dispatcher: Sql): Promise<{ tenant: TenantId; entryPoint: EntryPointId } | null> {
  const row = await findCatchAll(dispatcher)
  return row ? { tenant: row.tenant_id, entryPoint: row.id } : null
}
