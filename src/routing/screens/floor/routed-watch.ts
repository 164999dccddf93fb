// Whether this house routes at all: where it does not, its floor is listed nowhere. Asked once, and again when rules come or go.
import { getSession, type WhoAmI } from '#access/contract'
import { send } from '#ui/api'
import { live } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { getTrial } from '../../contract.ts'

let routed: boolean | undefined
const listeners = new Set<() => void>()

export function routedWatch(): { listen: (listener: () => void) => () => void; count: () => boolean | undefined } {
  live.on(['routing.rules_in_force'], () => void ask())
  void ask()
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    count: () => routed,
  }
}

async function ask(): Promise<void> {
  const who = queries.getQueryData<WhoAmI>(keyOf(getSession, {}))
  if (!who?.permissions.includes('routing.read')) return
  const answer = await send(getTrial, {}).catch(() => null) // not reached: as before, until the next event
  if (!answer) return
  routed = answer.routed
  for (const listener of listeners) listener()
}
