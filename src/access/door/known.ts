// Who a token stands for, remembered for two seconds: a busy desk asks dozens of times a second, and a demotion must be felt within
// five. What the journal says about accounts, keys and sessions empties the memory at once.
import type { Actor, TenantId } from '#base/contract'
import { inWork, system, type Open } from '#base/work'
import type { SessionId } from '../contract.ts'
import { heldOf, sumOf } from '../rules/rights.ts'
import type { Token } from '../token.ts'
import { idleSince } from '../start-session.ts'
import * as keys from '../store/keys.ts'
import * as sessions from '../store/sessions.ts'

export type Entered = { tenant: TenantId; actor: Exclude<Actor, { kind: 'system' }>; session: SessionId | null; renew: boolean }
type Remembered = { at: number; entered: Entered }

const REMEMBERED_MILLISECONDS = 2_000
const MOST_REMEMBERED = 5_000
const TOUCH_MINUTES = 5

export type Known = {
  find(token: Token, kind: 'session' | 'key'): Promise<Entered | undefined>
  forget(tenant: TenantId, actorId: string): void
}

export function makeKnown(open: Open): Known {
  const remembered = new Map<string, Remembered>()
  return {
    find: async (token, kind) => {
      const key = token.hash.toString('base64')
      const now = open.clock.now().epochMilliseconds
      const known = remembered.get(key)
      if (known && now - known.at < REMEMBERED_MILLISECONDS) return known.entered
      remembered.delete(key)
      const entered = await (kind === 'key' ? findByKey(open, token) : findBySession(open, token))
      if (entered) remembered.set(key, { at: now, entered })
      for (const oldest of remembered.keys()) {
        if (remembered.size <= MOST_REMEMBERED) break
        remembered.delete(oldest)
      }
      return entered
    },
    forget: (tenant, actorId) => {
      for (const [key, { entered }] of remembered)
        if (entered.tenant === tenant && entered.actor.id === actorId) remembered.delete(key)
    },
  }
}

const atTheDoor = system('door')

const findBySession = (open: Open, { tenant, hash }: Token): Promise<Entered | undefined> =>
  inWork(open, { tenant, actor: atTheDoor }, async (work) => {
    const found = await sessions.findSession(work.sql, work, { hash, idle_since: idleSince(work.now) })
    if (!found) return undefined
    if (isLongAgo(found.used_at, work.now)) await sessions.touchSession(work.sql, work, found.id)
    const grants = heldOf(found.grants)
    return {
      tenant,
      actor: { kind: 'person', id: found.person_id, ...sumOf(grants), grants },
      session: found.id,
      renew: found.renew,
    }
  })

const findByKey = (open: Open, { tenant, hash }: Token): Promise<Entered | undefined> =>
  inWork(open, { tenant, actor: atTheDoor }, async (work) => {
    const found = await keys.useKey(work.sql, work, hash)
    if (!found) return undefined
    if (!found.used_at || isLongAgo(found.used_at, work.now)) await keys.touchKey(work.sql, work, found.id)
    const grants = heldOf([found])
    return { tenant, actor: { kind: 'key', id: found.id, ...sumOf(grants), grants }, session: null, renew: false }
  })

const isLongAgo = (then: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(then, now.subtract({ minutes: TOUCH_MINUTES })) < 0
