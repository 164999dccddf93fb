// The engines this server holds in memory. One is good only while its step is the one the database knows; what is not good is thrown away and
// read again, so nothing here needs to be told of rollbacks or of other servers.
import type { TenantId } from '#base/contract'
import type { Compiled } from '../rules/compile.ts'
import type { InForce } from './in-force.ts'
import type { Machine } from './machine.ts'

export type Remembered = {
  seq: number
  stamp: string
  snapshot_seq: number
  machine: Machine
  inForce: InForce
  compiled: Compiled
}

// The house that was stepped longest ago goes first. A person or a piece of work takes about a kilobyte and a half, so that all of them together
// stay within some 150 MB; the one at hand stays, however large.
const MOST_HOUSES = 200
const MOST_WEIGHT = 100_000
const remembered = new Map<TenantId, { what: Remembered; weight: number }>()
let all = 0

export const recall = (tenant: TenantId): Remembered | undefined => remembered.get(tenant)?.what

export function forget(tenant: TenantId): void {
  all -= remembered.get(tenant)?.weight ?? 0
  remembered.delete(tenant)
}

export function remember(tenant: TenantId, what: Remembered): void {
  forget(tenant)
  const weight = weightOf(what)
  remembered.set(tenant, { what, weight })
  all += weight
  while (remembered.size > 1 && (remembered.size > MOST_HOUSES || all > MOST_WEIGHT)) forget(remembered.keys().next().value!)
}

/** People, and pieces of work the engine has room for. */
const weightOf = ({ machine }: Remembered): number => 100 + machine.people.list.length + machine.state.items.size
