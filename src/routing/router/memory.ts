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

const MOST = 200 // houses; the one that was stepped longest ago goes first
const remembered = new Map<TenantId, Remembered>()

export const recall = (tenant: TenantId): Remembered | undefined => remembered.get(tenant)
export const forget = (tenant: TenantId): void => void remembered.delete(tenant)
export function remember(tenant: TenantId, what: Remembered): void {
  remembered.delete(tenant)
  remembered.set(tenant, what)
  if (remembered.size > MOST) remembered.delete(remembered.keys().next().value!)
}
