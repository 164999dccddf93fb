// What a widget hears first: who we think it is, how things stand at the door, and what was said after the place it has seen.
import { Refused } from '#base/refusal'
import type { Said as Sentence, ToVisitor } from '../contract.ts'
import type { Proven } from '../widgets/gate.ts'
import { follow, stands, waitingSince } from './follow.ts'
import { within, type House, type Talking } from './talking.ts'
import { shownOf, type Speaker } from './speaker.ts'
import { findVisitBySecret, type VisitRow } from './store/visit.ts'
import { threadAfter, type Thread } from './thread.ts'
import { tellLine, type Line } from './visitors.ts'

type Welcome = ToVisitor['welcome']
type Found = { visit: VisitRow; thread: Thread }
export type Judged = { proven: Proven | null; distrusted: Sentence | null }

/** A token that is refused leaves its bearer anonymous, and is told why. */
export async function judge({ gate }: House, { admitted }: Speaker, token: string | null): Promise<Judged> {
  if (token === null) return { proven: null, distrusted: null }
  try {
    return { proven: await gate.prove(admitted, token), distrusted: null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, fr, en } = error.refusal
    return { proven: null, distrusted: { code, fr, en } }
  }
}

type Coming = { seen: number; distrusted: Sentence | null }

export async function welcome(house: House, { line, visitor }: Talking, { seen, distrusted }: Coming): Promise<void> {
  const { speaker } = line
  const found = await find(house, line, seen)
  const reception = await house.gate.reception(speaker.admitted, found ? waitingSince(found.visit) : null)
  if (found) {
    if (!speaker.said) line.speaker = { ...speaker, said: found.visit.said }
    stands(house.visitors, visitor, found.visit)
    visitor.served_by = found.visit.served_by && { id: found.visit.served_by, face: found.thread.served_by }
    line.told = found.thread.said.at(-1)?.message.seq ?? Math.min(seen, found.visit.last_seq)
  }
  line.welcomed = true
  const stood = found ? stoodSoFar(found) : NOTHING_YET
  tellLine(line, { welcome: { ...stood, verified: shownOf(speaker.proven), distrusted, reception } })
  if (visitor.chat) await follow(house, house.visitors, visitor) // what came while we looked
}

const find = (house: House, line: Line, seen: number): Promise<Found | undefined> =>
  within(house, line, async (work) => {
    const { admitted, hash } = line.speaker
    const visit = await findVisitBySecret(work, { entry_point: admitted.entry_point, hash })
    return visit && { visit, thread: await threadAfter(work, visit, seen) }
  })

type Stood = Omit<Welcome, 'verified' | 'distrusted' | 'reception'>
const NOTHING_YET: Stood = {
  visit: false, served_by: null, thread: [], more: false, read_by_us: 0, read_by_you: 0, said: null, over: false,
} // prettier-ignore

const stoodSoFar = ({ visit, thread }: Found): Stood => ({
  visit: true, served_by: thread.served_by, thread: thread.said.map(({ message }) => message), more: thread.more, read_by_us: visit.read_by_us,
  read_by_you: visit.read_by_visitor, said: visit.said, over: visit.over_at !== null,
}) // prettier-ignore
