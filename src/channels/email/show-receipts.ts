// The post office's books: per door, received = filed + in the tray (+ on its way, for a moment).
import * as brands from '#brands'
import { allow } from '#access'
import type { Work } from '#base/work'
import type { z } from 'zod'
import type { receiptsShape } from '../contract.ts'
import { countByDoor } from './store/receipt.ts'

export async function showReceipts(work: Work): Promise<{ items: z.infer<typeof receiptsShape>[] }> {
  allow(work, 'channel.read')
  const rows = await countByDoor(work)
  const doors = await doorsNamed(work, rows.map((row) => row.entry_point_id))
  return { items: rows.map(({ entry_point_id, last_at, ...row }) => ({ ...row, entry_point: doors.get(entry_point_id)!, last_at: last_at?.toString() ?? null })) }
}

export async function doorsNamed(work: Work, ids: readonly string[]): Promise<Map<string, { id: string; name: string; address: string | null }>> {
  const found = await Promise.all([...new Set(ids)].map((id) => brands.entryPoint(work, id as never))) // foreign keys say they are entry points
  return new Map(found.flatMap((door) => (door ? [[door.id as string, { id: door.id as string, name: door.name, address: door.address }]] : [])))
}
