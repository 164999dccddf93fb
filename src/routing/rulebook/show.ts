// A version as the desk shows it: who made it, and when it was in force.
import * as staff from '#staff'
import { isUuid, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { RulebookBrief } from '../contract/rulebook-endpoints.ts'
import * as store from './store.ts'

export async function showBriefs(work: Work, rows: readonly store.BriefRow[]): Promise<RulebookBrief[]> {
  const spans = await store.spansOf(work, rows.map(({ id }) => id)) // prettier-ignore
  const named = await namesOf(work, [...rows.map(({ made_by }) => made_by), ...spans.map(({ by }) => by)])
  return rows.map(({ id, number, title, made_at, made_by, queues }) => ({
    id,
    number,
    title,
    queues,
    made_at: String(made_at),
    made_by: named(made_by),
    in_force: spans
      .filter((span) => span.rulebook_id === id)
      .map(({ since, until, by }) => ({ since: String(since), until: until?.toString() ?? null, by: named(by) })),
  }))
}

/** People by name; a program (a key, a demo) is called by what it is known by. */
export async function namesOf(work: Work, actors: readonly string[]): Promise<(by: string) => { id: string; name: string }> {
  const people = await staff.find(work, [...new Set(actors)].filter(isUuid) as PersonId[]) // an actor's id: of a person, or of a key, whom staff does not know
  return (by) => ({ id: by, name: people.get(by as PersonId)?.name ?? (isUuid(by) ? 'API' : by) })
}
