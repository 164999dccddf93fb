import { refuse, type Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'
import { homecomingUnknown, type Homecoming } from '../contract.ts'
import { findHomecoming, recordRead, unreadOf, type HomecomingRow } from '../store/homecoming.ts'
import { meanwhile } from './meanwhile.ts'

export async function homecomings(work: Work) {
  const rows = work.actor.kind === 'person' ? await unreadOf(work, work.actor.id) : []
  return {
    items: rows.map(({ absence_id, since, until }) => ({
      absence: absence_id,
      since: since.toString(),
      until: until.toString(),
    })),
  }
}

export async function homecoming(work: Work, { absence }: { absence: AbsenceId }): Promise<Homecoming> {
  const { person_id, since, until, read_at } = await needMine(work, absence)
  const happened = await meanwhile(work, person_id, { since, until })
  return { absence, since: since.toString(), until: until.toString(), read_at: read_at?.toString() ?? null, ...happened }
}

export async function markRead(work: Work, { absence }: { absence: AbsenceId }): Promise<{ read_at: string }> {
  await needMine(work, absence)
  await recordRead(work, absence)
  const { read_at } = await needMine(work, absence)
  return { read_at: (read_at ?? work.now).toString() }
}

async function needMine(work: Work, absence: AbsenceId): Promise<HomecomingRow> {
  const found = await findHomecoming(work, absence)
  if (!found || work.actor.kind !== 'person' || work.actor.id !== found.person_id) throw refuse(homecomingUnknown, {})
  return found
}
