// Within a time, every hand-over from or to a person that ended, and every case of theirs that went to somebody else without one.
import * as cases from '#cases'
import * as handovers from '#handovers'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Meanwhile } from '../contract.ts'

export type Handed = { case_id: CaseId } & Meanwhile['hand_overs'][number]
type Span = { since: Temporal.Instant; until: Temporal.Instant }

export async function changesOfHands(work: Work, person: PersonId, span: Span): Promise<Handed[]> {
  const [batons, taken] = await Promise.all([handovers.batonsBetween(work, person, span), cases.takenBetween(work, person, span)])
  const passed = batons.map(({ case: of, from, to, ended_as, ended_at }) => ({
    case_id: of.id, from, to, as: ended_as!, at: ended_at!, // these have ended
  })) // prettier-ignore
  const given = taken.filter(({ case_id, to_id }) => !passed.some((each) => each.case_id === case_id && each.to.id === to_id && each.as === 'accepted')) // prettier-ignore
  const people = await staff.find(work, [person, ...given.map(({ to_id }) => to_id)])
  const named = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  return [
    ...passed,
    ...given.map(({ case_id, to_id, at }) => ({ case_id, from: named(person), to: named(to_id), as: 'given' as const, at: at.toString() })),
  ] // prettier-ignore
}
