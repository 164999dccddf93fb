// A day of one person: for themselves, or for who leads their team.
import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { onlyPeople } from '#staff/contract'
import type { OneDay } from '../contract.ts'
import { segmentsOf } from '../engine/index.ts'
import { plannedBy, shiftsIn, sortOf, spanOf } from '../day/shifts.ts'
import { today } from '../day/today.ts'
import { settingsNow } from '../settings/settings.ts'
import { exceptionsIn } from '../store/exception.ts'
import { marksOf } from '../store/mark.ts'
import { showExceptions } from './exceptions.ts'
import { rounded } from './list.ts'
import { markOf } from './marks-today.ts'
import { wentSoFar } from './people-today.ts'
import { needTheirs } from './theirs.ts'

export async function dayOfOne(work: Work, { person, day }: { person: PersonId; day?: string | undefined }): Promise<OneDay> {
  await needTheirs(work, person, 'workforce.read')
  return await oneDay(work, { person, day, may_grant: can(work.actor, 'workforce.approve') && !isMe(work, person) })
}

export async function myDay(work: Work, { day }: { day?: string | undefined }): Promise<OneDay> {
  if (work.actor.kind !== 'person') throw refuse(onlyPeople, {})
  return await oneDay(work, { person: work.actor.id, day, may_grant: false })
}

const isMe = ({ actor }: Work, person: PersonId): boolean => actor.kind === 'person' && actor.id === person

type Asked = { person: PersonId; day: string | undefined; may_grant: boolean }
const BEFORE_HOURS = 7 * 24
const text = (moment: number): string => new Date(moment).toISOString()

async function oneDay(work: Work, { person, day: wished, may_grant }: Asked): Promise<OneDay> {
  const facts = (await staff.find(work, [person])).get(person)
  if (!facts) throw refuse(notFound, {})
  const day = await today(work, wished)
  const until = Temporal.Instant.compare(work.now, day.to) < 0 ? work.now : day.to
  const [marks, shifts, granted, { tolerance }] = await Promise.all([
    marksOf(work, person, { from: day.from.subtract({ hours: BEFORE_HOURS }), to: day.to }), shiftsIn(work, day),
    exceptionsIn(work, { ...day, person }), settingsNow(work),
  ]) // prettier-ignore
  const now = Math.max(until.epochMilliseconds, day.from.epochMilliseconds)
  const segments = segmentsOf(marks.map(markOf), { from: day.from.epochMilliseconds, to: now })
  const mine = shifts.filter((shift) => shift.person === person)
  const excused = granted.map(({ from_at, to_at }) => ({ from: from_at.epochMilliseconds, to: to_at.epochMilliseconds }))
  const went = wentSoFar({ shifts: mine, segments, granted: excused, tolerance, now })
  return {
    at: String(work.now), zone: day.zone, day: day.day, person: { id: facts.id, name: facts.name }, tolerance, may_grant,
    planned: plannedBy(mine).map(({ from, to, ...part }) => ({ ...part, from: text(from), to: text(to), name: nameOf(mine, from) })),
    done: segments.map(({ from, to, doing }) => ({ from: text(from), to: text(to), doing })),
    stretches: went.judged.map(({ from, to, ...stretch }) => ({ ...stretch, from: text(from), to: text(to) })),
    figures: rounded(went.figures),
    exceptions: await showExceptions(work, granted),
  } // prettier-ignore
}

function nameOf(shifts: Parameters<typeof plannedBy>[0], from: number): string {
  const activity = shifts
    .flatMap(({ activities }) => activities)
    .find((each) => spanOf(each).from <= from && spanOf(each).to > from)
  return activity && sortOf(activity.kind) === 'neutral' ? activity.name : ''
}
