// The post office's books: per door, received = filed + in the tray (+ on its way, for a moment).
import { allow } from '#access'
import type { Work } from '#base/work'
import type { z } from 'zod'
import type { receiptsShape } from '../contract.ts'
import { ourDoors } from './our-doors.ts'
import { countByDoor } from './store/receipt.ts'

export async function showReceipts(work: Work): Promise<{ items: z.infer<typeof receiptsShape>[] }> {
  allow(work, 'channel.read')
  const rows = await countByDoor(work)
  const doors = await ourDoors(
    work,
    rows.map((row) => row.entry_point_id),
  )
  const ours = rows.filter((row) => doors.has(row.entry_point_id))
  return {
    items: ours.map(({ entry_point_id, last_at, ...row }) => ({
      ...row,
      entry_point: doors.get(entry_point_id)!,
      last_at: last_at?.toString() ?? null,
    })),
  }
}
