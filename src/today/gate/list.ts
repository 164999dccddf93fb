// How people went home, for themselves and for whoever follows their team.
import * as cases from '#cases'
import * as staff from '#staff'
import { allow } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { PassedGate } from '../contract.ts'
import { meOf } from '../me.ts'
import { needToFollow } from '../page/day-of.ts'
import { itemsOf, listGates } from '../store/gate.ts'

type Wanted = { cursor?: string | undefined; limit: number; team?: TeamId | undefined; person?: PersonId | undefined }

export async function gates(
  work: Work,
  { cursor, limit, team, person }: Wanted,
): Promise<{ items: PassedGate[]; next: string | null }> {
  const people = await whose(work, { team, person })
  const rows = await listGates(work, { people, before: readCursor(cursor), most: limit + 1 })
  const shown = rows.slice(0, limit)
  const items = await itemsOf(work, shown.map(({ id }) => id)) // prettier-ignore
  const [names, of] = await Promise.all([
    staff.find(work, shown.flatMap(({ person_id, stand_in_id }) => [person_id, ...(stand_in_id ? [stand_in_id] : [])])),
    cases.facts(work, items.flatMap(({ case_id }) => case_id ?? [])),
  ]) // prettier-ignore
  const someone = (id: PersonId) => ({ id, name: names.get(id)?.name ?? '' })
  const byGate = Map.groupBy(items, ({ gate_id }) => gate_id)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ id, person_id, at, back_at, back_from, stand_in_id }) => ({
      id, person: someone(person_id), at: at.toString(), back_at: back_at.toString(), back_from, stand_in: stand_in_id && someone(stand_in_id),
      items: (byGate.get(id) ?? []).map(({ kind, what, case_id, due_at, outcome, word }) => {
        const found = case_id ? of.get(case_id) : undefined
        return { kind, what, case: found ? { id: found.id, number: found.number, subject: found.subject } : null, due_at: due_at?.toString() ?? null, outcome, word }
      }),
    })),
    next: last ? writeCursor(last.at, last.id) : null,
  } // prettier-ignore
}

async function whose(work: Work, { team, person }: Pick<Wanted, 'team' | 'person'>): Promise<PersonId[]> {
  if (team) {
    allow(work, 'team.follow', { team })
    return await staff.membersOfTeam(work, team)
  }
  const me = meOf(work)
  if (person && person !== me) await needToFollow(work, person)
  return [person ?? me]
}
