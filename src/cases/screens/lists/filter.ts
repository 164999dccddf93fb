// What a list is filtered by lives in the address, so that it can be sent to a colleague. Whatever stands there is looked at first.
import type { PersonId } from '#base/contract'
import { priorities, type Priority, type ReasonId } from '../../contract.ts'

export type Filter = {
  status?: 'open' | 'closed' | 'all'
  owner?: 'me' | 'covered' | PersonId
  handler?: 'me' | PersonId
  priority?: Priority
  stands?: 'new' | 'waiting_for_us' | 'waiting_for_others' | 'suspected'
  brand?: string
  entry_point?: string
  reason?: ReasonId
  q?: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
const oneOf = <Word extends string>(value: unknown, all: readonly Word[]): Word | undefined => all.find((word) => word === value)

export function readFilter(kept: Record<string, unknown>): Filter {
  const status = oneOf(kept['status'], ['open', 'closed', 'all'])
  const stands = oneOf(kept['stands'], ['new', 'waiting_for_us', 'waiting_for_others', 'suspected'])
  const priority = oneOf(kept['priority'], priorities)
  const { owner, handler, brand, entry_point, reason } = kept
  const sought = kept['q']
  const q = typeof sought === 'string' || typeof sought === 'number' ? String(sought).slice(0, 300) : '' // a number typed as a search comes as a number
  return {
    ...(status ? { status } : {}),
    ...(stands ? { stands } : {}),
    ...readWhose({ owner, handler }),
    ...(priority ? { priority } : {}),
    ...(isId(brand) ? { brand } : {}),
    ...(isId(entry_point) ? { entry_point } : {}),
    ...(isId(reason) ? { reason: reason as ReasonId } : {}), // as above
    ...(q.trim() === '' ? {} : { q }),
  }
}

// Shaped as an id; the server knows whether it is one.
function readWhose({ owner, handler }: { owner: unknown; handler: unknown }): Pick<Filter, 'owner' | 'handler'> {
  const whose = oneOf(owner, ['me', 'covered']) ?? (isId(owner) ? (owner as PersonId) : undefined)
  const worker = oneOf(handler, ['me']) ?? (isId(handler) ? (handler as PersonId) : undefined)
  return { ...(whose ? { owner: whose } : {}), ...(worker ? { handler: worker } : {}) }
}
