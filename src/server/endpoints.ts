// Every endpoint declared in a contract of a room.
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
import * as staff from '#staff/contract'
import type { Endpoint } from '#base/contract'

const isEndpoint = (value: unknown): value is Endpoint<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

export const endpointsOfRooms: readonly Endpoint<unknown, unknown>[] = [
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
  staff,
].flatMap((contract) => Object.values(contract as object).filter(isEndpoint))
