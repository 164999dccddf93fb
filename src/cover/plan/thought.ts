// The absence in question: one there is, or dates that are only thought of.
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import { notAllowed, notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { AbsenceFacts, AbsenceId } from '#staff/contract'
import { datesNeeded } from '../contract.ts'

export type Asked = {
  absence?: AbsenceId | undefined
  person?: PersonId | undefined
  starts_at?: string | undefined
  ends_at?: string | undefined
  deputy?: PersonId | undefined
}
export type Thought = {
  absence: AbsenceFacts | null
  person: PersonId
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  deputy: PersonId | null
  leads: boolean
}

// What rests on somebody is for them and whoever leads them.
export async function thoughtOf(work: Work, asked: Asked): Promise<Thought> {
  const thought = asked.absence ? await ofAbsence(work, asked.absence, asked.deputy) : ofDates(work, asked)
  const self = work.actor.kind === 'person' && work.actor.id === thought.person
  const leads = work.actor.kind === 'system' || (await staff.mayApprove(work, thought.person)) || can(work.actor, 'case.assign')
  if (!self && !leads) throw refuse(notAllowed, { permission: 'absence.approve' })
  return { ...thought, leads }
}

async function ofAbsence(work: Work, id: AbsenceId, deputy: PersonId | undefined): Promise<Omit<Thought, 'leads'>> {
  const absence = await staff.absence(work, id)
  if (!absence || absence.cancelled) throw refuse(notFound, {})
  const { person, starts_at, ends_at } = absence
  return { absence, person, starts_at, ends_at, deputy: deputy ?? absence.deputy }
}

function ofDates(work: Work, { person, starts_at, ends_at, deputy }: Asked): Omit<Thought, 'leads'> {
  const who = person ?? (work.actor.kind === 'person' ? work.actor.id : undefined)
  if (!who || !starts_at || !ends_at || Date.parse(starts_at) >= Date.parse(ends_at)) throw refuse(datesNeeded, {})
  return {
    absence: null,
    person: who,
    starts_at: Temporal.Instant.from(starts_at),
    ends_at: Temporal.Instant.from(ends_at),
    deputy: deputy ?? null,
  }
}
