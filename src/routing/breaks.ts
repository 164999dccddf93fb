// Planned breaks: nothing is offered that would run into one.
import * as staff from '#staff'
import { allow, can } from '#access'
import type { PersonId } from '#base/contract'
import { readCursor, writeCursor } from '#base/cursor'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { breakBackwards, breaksChanged, breaksOverlap, type Break, type BreakId } from './contract.ts'
import { needTheirPerson } from './floor/need-theirs.ts'
import { meOf } from './my-offers.ts'
import { peopleNamed } from './show.ts'
import { showBreak } from './show-seats.ts'
import * as store from './store/seat.ts'

const MOST_HOURS = 12

type Asked = { person?: PersonId | undefined; from?: string | undefined; cursor?: string | undefined; limit: number }

export async function listBreaks(
  work: Work,
  { person, from, cursor, limit }: Asked,
): Promise<{ items: Break[]; next: string | null }> {
  const whose = person ?? meOf(work)
  if (!isMe(work, whose)) await needTheirPerson(work, whose, 'routing.read')
  const after = readCursor(cursor)
  const rows = await store.listBreaks(work, {
    person: whose,
    from: from ? Temporal.Instant.from(from) : work.now,
    after,
    most: limit + 1,
  })
  const named = await peopleNamed(work, [whose])
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map((row) => showBreak(named, row)),
    next: rows.length > limit && last ? writeCursor(last.starts_at, last.id) : null,
  }
}

const isMe = ({ actor }: Work, person: PersonId): boolean => actor.kind === 'person' && actor.id === person

type Wish = { person?: PersonId | undefined; kind: Break['kind']; starts_at: string; ends_at: string }

export async function planBreak(work: Work, { person, kind, ...span }: Wish): Promise<Break> {
  const whose = person ?? meOf(work)
  await mayPlan(work, whose)
  if (!(await staff.active(work, whose))) throw refuse(notFound, {})
  const [starts_at, ends_at] = [Temporal.Instant.from(span.starts_at), Temporal.Instant.from(span.ends_at)]
  const hours = ends_at.since(starts_at).total('hours')
  if (hours <= 0 || hours > MOST_HOURS) throw refuse(breakBackwards, {})
  const row = { id: newId<'break'>(work.now), person_id: whose, kind, starts_at, ends_at }
  if ((await store.insertBreak(work, row)) === 0) throw refuse(breaksOverlap, {})
  work.publish(breaksChanged, { person: whose })
  return showBreak(await peopleNamed(work, [whose]), row)
}

export async function takeBreakBack(work: Work, { id }: { id: BreakId }): Promise<object> {
  const found = await store.findBreak(work, id)
  if (!found) throw refuse(notFound, {})
  await mayPlan(work, found.person_id)
  await store.takeBreakBack(work, id)
  work.publish(breaksChanged, { person: found.person_id })
  return {}
}

async function mayPlan(work: Work, person: PersonId): Promise<void> {
  if (isMe(work, person) && can(work.actor, 'routing.take')) return
  const teams = await staff.teamsOf(work, person)
  const mine = teams.find((team) => can(work.actor, 'presence.set_others', { team }))
  allow(work, 'presence.set_others', { team: mine ?? teams[0] ?? null })
}
