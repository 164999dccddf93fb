// The way out: a few connections to the relay that are opened when needed, used for many mails and closed when idle.
import { hostname } from 'node:os'
import { parseRelayAddress, type RelayAddress } from './relay-address.ts'
import { openSession, quit, type Introduction, type Session } from './session.ts'
import { phaseLimits, type Limits } from './wire.ts'

export type RelaySettings = {
  name?: string // what we call ourselves in EHLO
  connections?: number
  mailsPerConnection?: number // then a fresh one, so that a relay behind a balancer is spread
  idleMilliseconds?: number
  waiting?: number // how many mails may wait for a connection
  limits?: Partial<Limits>
}
export type Relay = {
  shown: string // for people and logs
  introduction: Introduction
  borrow: (fresh: boolean) => Promise<Session> // fresh: not one that may have died of idleness
  giveBack: (session: Session) => void
  discard: (session: Session) => void
  close: () => Promise<void>
}

export class RelayBusy extends Error {}

/** A relay, not yet connected. @throws {RelayAddressInvalid} */
export function openRelay(where: string | RelayAddress, settings: RelaySettings = {}): Relay {
  const address = typeof where === 'string' ? parseRelayAddress(where) : where
  const bounds = { connections: 2, mailsPerConnection: 200, idleMilliseconds: 10_000, waiting: 1_000, ...settings }
  const introduction = { address, limits: { ...phaseLimits, ...settings.limits }, name: settings.name ?? ourName() }
  const turns = takeTurns(bounds.connections, bounds.waiting)
  const bench = restingPlaces(bounds.connections, bounds.idleMilliseconds)
  return {
    shown: address.shown,
    introduction,
    async borrow(fresh) {
      await turns.take()
      try {
        return (fresh ? undefined : bench.take()) ?? (await openSession(introduction))
      } catch (error) {
        turns.pass()
        throw error
      }
    },
    giveBack(session) {
      if (session.mails >= bounds.mailsPerConnection || !session.wire.isOpen()) void quit(session)
      else bench.rest(session)
      turns.pass()
    },
    discard(session) {
      session.wire.destroy()
      turns.pass()
    },
    close: bench.clear,
  }
}

function takeTurns(places: number, waiting: number) {
  const queue: (() => void)[] = []
  let taken = 0
  return {
    async take(): Promise<void> {
      if (taken < places) return void taken++
      if (queue.length >= waiting) throw new RelayBusy('too many mails wait for the relay')
      await new Promise<void>((resolve) => queue.push(resolve)) // a turn passed on stays taken
    },
    pass(): void {
      const next = queue.shift()
      if (next) next()
      else taken--
    },
  }
}

// Sessions at rest; the latest is used first, so that the others may grow old and leave.
function restingPlaces(places: number, milliseconds: number) {
  const resting = new Map<Session, NodeJS.Timeout>()
  let isClosed = false
  function wake(session: Session): Session {
    clearTimeout(resting.get(session))
    resting.delete(session)
    return session
  }
  return {
    take(): Session | undefined {
      for (const session of [...resting.keys()].toReversed()) {
        if (wake(session).wire.isOpen()) return session
        session.wire.destroy()
      }
      return undefined
    },
    rest(session: Session): void {
      if (isClosed || resting.size >= places) return void quit(session)
      const timer = setTimeout(() => void quit(wake(session)), milliseconds)
      timer.unref()
      resting.set(session, timer)
    },
    clear: async (): Promise<void> => {
      isClosed = true // who is still under way leaves when done
      await Promise.all([...resting.keys()].map((session) => quit(wake(session))))
    },
  }
}

// RFC 5321 §4.1.4 wants a full name; without one, an address literal.
function ourName(): string {
  const name = hostname()
  return /^[\w-]+(\.[\w-]+)+$/.test(name) ? name : '[127.0.0.1]'
}
