// Service levels that run out today, and customers who have not heard from us for too long.
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Clock, ClockKind } from '#clocks/contract'
import { LINES, type Line, type Said } from '../contract.ts'
import type { Asked, Made } from './asked.ts'

export const KINDS: Readonly<Record<ClockKind, Said>> = {
  first_answer: { fr: 'Première réponse', en: 'First answer' },
  next_answer: { fr: 'Réponse suivante', en: 'Next answer' },
  resolution: { fr: 'Résolution', en: 'Resolution' },
}

export async function deadlines({ work, person, until }: Asked): Promise<Made> {
  const [items, counts] = await Promise.all([
    deadlinesBefore(work, person, { before: until, most: LINES }),
    clocks.countsOf(work, [person], until),
  ])
  const { late = 0, due = 0 } = counts.get(person) ?? {}
  return { items, count: late + due, late, all: '/cases?owner=me' }
}

/** Those that run out before a moment, the first due first. One that stands still runs out at no moment. */
export async function deadlinesBefore(
  work: Work,
  person: PersonId,
  { before, most }: { before: Temporal.Instant; most: number },
): Promise<Line[]> {
  const { items } = await clocks.listClocks(work, { owner: person, state: 'owed', limit: most })
  const near = items.filter(
    ({ due_at }) => due_at !== null && Temporal.Instant.compare(Temporal.Instant.from(due_at), before) < 0,
  )
  const names = await customersOf(work, near)
  return near.map((clock) => clockLine(clock, { now: work.now, customer: names.get(clock.case.id) ?? null }))
}

type Known = Map<string, Line['customer']>
async function customersOf(work: Work, rows: readonly Pick<Clock, 'case'>[]): Promise<Known> {
  const of = await cases.facts(work, rows.map((row) => row.case.id)) // prettier-ignore
  const known = await customers.find(work, [...of.values()].flatMap(({ customer_id }) => customer_id ?? [])) // prettier-ignore
  return new Map(
    [...of.values()].map(({ id, customer_id }) => {
      const found = customer_id ? known.get(customer_id) : undefined
      return [id, found ? { id: found.id, name: found.name } : null]
    }),
  )
}

const clockLine = ({ id, case: of, kind, due_at, policy }: Clock, { now, customer }: { now: Temporal.Instant; customer: Line['customer'] }): Line => ({
  key: `deadline:${id}`, kind: 'deadline', id, case: of, customer, person: null, what: '',
  why: { fr: `${KINDS[kind].fr} · ${policy.name}`, en: `${KINDS[kind].en} · ${policy.name}` }, at: due_at,
  late: due_at !== null && Temporal.Instant.compare(Temporal.Instant.from(due_at), now) <= 0, path: `/cases/${of.id}`, version: null,
}) // prettier-ignore

export async function silent({ work, person, until }: Asked): Promise<Made> {
  const [{ items }, counts] = await Promise.all([
    clocks.silent(work, { owner: person, only: 'too_long', limit: LINES }),
    clocks.countsOf(work, [person], until),
  ])
  const lines = items.map((each): Line => ({
    key: `silent:${each.case.id}`, kind: 'silent', id: each.case.id, case: each.case, customer: each.customer, person: each.taken_by, what: '', why: null,
    at: each.since, late: true, path: `/cases/${each.case.id}`, version: null,
  })) // prettier-ignore
  const { silent: count = 0 } = counts.get(person) ?? {}
  return { items: lines, count, late: count, all: '/silence' }
}
