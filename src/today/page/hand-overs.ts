// Hand-overs that wait for my answer.
import * as handovers from '#handovers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Baton } from '#handovers/contract'
import { LINES, type Line } from '../contract.ts'
import { seenAs, type Asked, type Made } from './asked.ts'

const MOST = 50

export async function handOvers({ work, person }: Asked): Promise<Made> {
  const own = seenAs(work, person)
  const [{ items }, { received }] = await Promise.all([
    handovers.listBatons(own, { side: 'received', state: 'waiting', limit: LINES }),
    handovers.countBatons(own),
  ])
  const lines = items.map((each) => batonLine(each, work.now))
  return { items: lines, count: received, late: lines.filter(({ late }) => late).length, all: '/hand-overs' }
}

export async function handOversBefore(work: Work, person: PersonId, before: Temporal.Instant): Promise<Line[]> {
  const { items } = await handovers.listBatons(seenAs(work, person), { side: 'received', state: 'waiting', limit: MOST })
  return items.map((each) => batonLine(each, work.now)).filter(({ at }) => at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), before) < 0) // prettier-ignore
}

const batonLine = ({ id, case: of, customer, from, message, next, answer_by, version }: Baton, now: Temporal.Instant): Line => ({
  key: `hand_over:${id}`, kind: 'hand_over', id, case: of, customer, person: from, what: message || next, why: null, at: answer_by,
  late: Temporal.Instant.compare(Temporal.Instant.from(answer_by), now) <= 0, path: `/cases/${of.id}`, version,
}) // prettier-ignore
