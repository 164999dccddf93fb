// Every refusal of the house: collected from the contracts, so that none is forgotten in docs/refusals.md.
import * as access from '#access/contract'
import * as brands from '#brands/contract'
import * as calendars from '#calendars/contract'
import * as cases from '#cases/contract'
import * as channels from '#channels/contract'
import * as commitments from '#commitments/contract'
import * as customers from '#customers/contract'
import * as demo from '#demo/contract'
import * as knowledge from '#knowledge/contract'
import * as portal from '#portal/contract'
import * as search from '#search/contract'
import * as staff from '#staff/contract'
import type { Refusal } from '#base/contract'
import { floorRefusals } from '#base/refusal'

const isRefusal = (value: unknown): value is Refusal<unknown> =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'fr' in value && 'en' in value

const rooms = [
  access,
  brands,
  calendars,
  cases,
  channels,
  commitments,
  customers,
  demo,
  knowledge,
  portal,
  search,
  staff,
].flatMap((contract) => Object.values(contract as object).filter(isRefusal))

export const allRefusals: readonly Refusal<unknown>[] = [...(floorRefusals as Refusal<unknown>[]), ...rooms]
