// Everything that rests on somebody, of every room, and how each kind leaves them: offered and accepted, passed at once, or ended with them.
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Passing, Resting } from '#staff/contract'
import type { RestingKind } from '../contract.ts'

type Room = { restingOn(work: Work, person: PersonId): Promise<Resting[]>; pass(work: Work, passing: Passing): Promise<unknown> }
const rooms: readonly Room[] = [customers, cases, commitments, tasks, staff]

// What a receiver is asked to accept. A hand-over offered to whoever leaves returns to who offered it; their work in others' cases ends.
const OFFERED = new Set(['contact', 'case', 'promise', 'task'])
const ENDED = new Set(['hand_over', 'handling'])
export const wayOf = (kind: string): RestingKind['way'] => (OFFERED.has(kind) ? 'offer' : ENDED.has(kind) ? 'end' : 'pass')

export async function restingOn(work: Work, person: PersonId): Promise<Resting[]> {
  return (await Promise.all(rooms.map((room) => room.restingOn(work, person)))).flat()
}

// Asked of every room: only the one whose kind it is does anything.
export async function passAtOnce(work: Work, { from, to, kind }: { from: PersonId; to: PersonId; kind: string }): Promise<void> {
  for (const room of rooms) {
    const theirs = (await room.restingOn(work, from)).some((each) => each.kind === kind)
    if (theirs) await room.pass(work, { from, to, kind })
  }
}
