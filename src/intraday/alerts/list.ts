import { allow } from '#access'
import type { Work } from '#base/work'
import type { DayAlert } from '../contract.ts'
import { listAlerts as rowsOf } from '../store/alert.ts'
import { groupsSeen } from '../whose.ts'

type Asked = { cursor?: string | undefined; limit: number; open?: boolean | undefined }

export async function listAlerts(
  work: Work,
  { cursor, limit, open }: Asked,
): Promise<{ items: DayAlert[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await rowsOf(work, { cursor: isId(cursor) ? cursor : undefined, open, most: limit + 1 })
  const sees = await groupsSeen(work)
  const page = rows.slice(0, limit)
  const items = page
    .filter(({ group_key }) => sees(group_key))
    .map(({ group_key: group, said, opened_at, falls_at, recovers_at, closed_at, ...row }) => ({
      ...row,
      group,
      ...said,
      opened_at: String(opened_at),
      falls_at: String(falls_at),
      recovers_at: recovers_at && String(recovers_at),
      closed_at: closed_at && String(closed_at),
    }))
  return { items, next: rows.length > limit ? page.at(-1)!.id : null }
}

// A cursor that cannot be read starts over rather than failing.
export const isId = (cursor: string | undefined): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor ?? '')
