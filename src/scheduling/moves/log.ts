// What was changed in a plan, the latest first.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Move, PlanId } from '../contract.ts'
import { needPlan } from '../plans/need-plan.ts'
import { changesIn, listMoves } from '../store/move.ts'
import { areTheirs } from '../whose.ts'
import { turnable } from './undo.ts'

type Asked = { id: PlanId; cursor?: string | undefined; limit: number }
export async function showMoves(work: Work, { id, cursor, limit }: Asked): Promise<{ items: Move[]; next: string | null }> {
  await needPlan(work, id, 'workforce.read')
  const before = cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined
  const rows = await listMoves(work, id, { before, most: limit + 1 })
  const page = rows.slice(0, limit)
  const people = await staff.find(work, page.flatMap((row) => [...row.people, ...(row.by_person ? [row.by_person] : [])])) // prettier-ignore
  const isTheirs = await areTheirs(work)
  const able = await turnable(work, await changesIn(work, id, page.map(({ number }) => number))) // prettier-ignore
  const named = (person: PersonId) => ({ id: person, name: people.get(person)?.name ?? '' })
  return {
    items: page.filter((row) => row.people.length === 0 || row.people.some(isTheirs)).map(({ id: move, at, by_person, kind, undone_at, people: theirs, days, shifts }) => ({
      id: move, at: at.toString(), by: by_person && named(by_person), kind, days, people: theirs.filter(isTheirs).map(named), shifts, undone_at: undone_at?.toString() ?? null,
      may: able.has(move) ? [undone_at ? 'redo' : 'undo'] : [],
    })), // prettier-ignore
    next: rows.length > limit ? String(page.at(-1)?.number) : null,
  }
}
