// Unhappy customers as everybody sees them: with what speaks for it, and what is left of each.
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Unhappy } from '../contract.ts'
import { counting, faded, formula, moodOf, scoreOf } from '../rules/mood.ts'
import { calmingsOf, signalsOf, type SignalRow } from '../store/unhappy.ts'
import { whyOf } from './words.ts'

const rounded = (value: number): number => Math.round(value * 10) / 10

export async function showUnhappy(work: Work, ids: readonly CaseId[]): Promise<Unhappy[]> {
  if (ids.length === 0) return []
  const [of, signals, calmings] = await Promise.all([cases.facts(work, ids), signalsOf(work, ids), calmingsOf(work, ids)])
  const [known, people] = await Promise.all([
    customers.find(work, [...of.values()].flatMap(({ customer_id }) => customer_id ?? [])),
    staff.find(work, [...[...of.values()].map(({ owner_id }) => owner_id), ...calmings.flatMap(({ person_id }) => person_id ?? [])]),
  ]) // prettier-ignore
  const bySignal = Map.groupBy(signals, ({ case_id }) => case_id)
  const byCalming = new Map(calmings.map((each) => [each.case_id, each]))
  return ids.flatMap((id) => {
    const found = of.get(id)
    if (!found) return []
    const calmed = byCalming.get(id)
    const customer = found.customer_id ? known.get(found.customer_id) : undefined
    const person = (who: typeof found.owner_id) => ({ id: who, name: people.get(who)?.name ?? '' })
    return [
      {
        case: { id, number: found.number, subject: found.subject, closed: found.closed_at !== null },
        customer: customer ? { id: customer.id, name: customer.name } : null,
        owner: person(found.owner_id),
        ...judged(counting(bySignal.get(id) ?? [], calmed?.at ?? null), work.now),
        calmed: calmed
          ? { at: calmed.at.toString(), by: calmed.person_id && person(calmed.person_id), because: calmed.because }
          : null,
        formula,
      },
    ]
  })
}

function judged(signals: readonly SignalRow[], now: Temporal.Instant): Pick<Unhappy, 'mood' | 'score' | 'signals'> {
  const score = scoreOf(signals, now)
  return {
    mood: moodOf(score),
    score: rounded(score),
    signals: signals.map((each) => ({
      kind: each.kind, at: each.at.toString(), weight: each.weight, now: rounded(faded(each, now)), words: each.words, why: whyOf(each),
    })), // prettier-ignore
  }
}
