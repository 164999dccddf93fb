// Every refusal of the house: collected from the contracts, so that none is forgotten in docs/refusals.md.
import type { Refusal } from '#base/contract'
import { floorRefusals } from '#base/refusal'
import { declared } from './contracts.ts'

const isRefusal = (value: unknown): value is Refusal<unknown> =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'fr' in value && 'en' in value

export const allRefusals: readonly Refusal<unknown>[] = [...(floorRefusals as Refusal<unknown>[]), ...declared(isRefusal)]
