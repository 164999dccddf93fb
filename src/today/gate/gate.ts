// Before one goes: what would break before one is back, and who serves meanwhile.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { backInThePast, gateIsForPeople, type Gate } from '../contract.ts'
import { breaking, formula } from './breaking.ts'
import { nextPresence, type Back } from './next-presence.ts'

const MOST_DAYS_AWAY = 366

export async function gate(work: Work, { back_at }: { back_at?: string | undefined }): Promise<Gate> {
  const person = leaver(work)
  const known = await nextPresence(work, person)
  const back = back_at ? { ...known, at: readBack(work, back_at), from: 'said' as const } : known
  const [found, stand_in] = await Promise.all([
    back.at ? breaking({ work, person, before: back.at }) : { items: [], more: false },
    standInUntil(work, person, back),
  ])
  return {
    back_at: back.at?.toString() ?? null,
    back_from: back.from,
    suggestions: back.suggestions.map(String),
    stand_in,
    items: found.items.map((each) => ({ ...each, ways: [...each.ways] })),
    more: found.more,
    formula,
  }
}

export function leaver(work: Work): PersonId {
  if (work.actor.kind !== 'person') throw refuse(gateIsForPeople, {})
  return work.actor.id
}

export function readBack(work: Work, back_at: string): Temporal.Instant {
  const at = Temporal.Instant.from(back_at)
  const hours = work.now.until(at).total('hours')
  if (hours <= 0 || hours > MOST_DAYS_AWAY * 24) throw refuse(backInThePast, {})
  return at.round('millisecond')
}

// For an absence the one who covers it; for an evening the deputy one always has.
export async function standInUntil(work: Work, person: PersonId, { away_at }: Pick<Back, 'away_at'>): Promise<Gate['stand_in']> {
  const covers = away_at && (await staff.standIn(work, person, away_at))?.person
  const id = covers && covers !== person ? covers : await staff.deputyFor(work, person)
  if (!id) return null
  return { id, name: (await staff.find(work, [id])).get(id)?.name ?? '' }
}
