// Who is connected, from where, and since when they keep us waiting. An idle timeout alone is no defence: a byte a minute resets
// it for ever (slowloris), so the whole of a phase has a limit too.
import type { SMTPServerSession } from 'smtp-server'
import { closing, tooManyConnections, tooSlow, type Refusal } from './answers.ts'
import type { DoorLimits } from './limits.ts'

type Phase = 'commands' | 'data' | 'ours' // they owe us commands, they owe us the message, we owe them an answer
type Visit = { address: string; phase: Phase; since: number; received: () => number }
export type Watch = {
  enter(session: SMTPServerSession): Refusal | null
  phase(session: SMTPServerSession, phase: Phase, received?: () => number): void
  leave(session: SMTPServerSession): void
  sweep(now: number): void // milliseconds of performance.now()
  closeUp(): void // from now on everybody leaves as soon as no message of theirs is under way
}

export function watchVisits(limits: DoorLimits, dismiss: (sessionId: string, why: Refusal) => void): Watch {
  const visits = new Map<string, Visit>()
  const perAddress = new Map<string, number>()
  let isClosing = false
  return {
    enter(session) {
      const address = session.remoteAddress
      const here = perAddress.get(address) ?? 0
      if (isClosing) return closing
      if (here >= limits.connectionsPerAddress || visits.size >= limits.connections) return tooManyConnections
      perAddress.set(address, here + 1)
      visits.set(session.id, { address, phase: 'commands', since: performance.now(), received: () => 0 })
      return null
    },
    phase(session, phase, received = () => 0) {
      const visit = visits.get(session.id)
      if (visit) Object.assign(visit, { phase, received, since: performance.now() })
      if (isClosing && phase === 'commands') setImmediate(dismiss, session.id, closing) // after the answer
    },
    leave(session) {
      const visit = visits.get(session.id)
      if (!visit) return // was refused at the door
      visits.delete(session.id)
      const left = (perAddress.get(visit.address) ?? 1) - 1
      if (left > 0) perAddress.set(visit.address, left)
      else perAddress.delete(visit.address)
    },
    sweep(now) {
      for (const [id, visit] of visits) if (isTooSlow(visit, limits, now)) dismiss(id, tooSlow)
    },
    closeUp() {
      isClosing = true
      for (const [id, { phase }] of visits) if (phase === 'commands') dismiss(id, closing)
    },
  }
}

function isTooSlow({ phase, since, received }: Visit, limits: DoorLimits, now: number): boolean {
  const waited = now - since
  switch (phase) {
    case 'commands':
      return waited > limits.commandsMilliseconds
    case 'data':
      return waited > limits.dataGraceMilliseconds && received() < (waited / 1000) * limits.slowestBytesPerSecond
    case 'ours':
      return false
  }
}
