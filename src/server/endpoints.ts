// Every endpoint declared in a contract of a room.
import type { Endpoint } from '#base/contract'
import { declared } from './contracts.ts'

const isEndpoint = (value: unknown): value is Endpoint<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

export const endpointsOfRooms: readonly Endpoint<unknown, unknown>[] = declared(isEndpoint)
