// What was said, message by message, for a channel that shows it where it was said.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, InteractionId, SendState } from './contract.ts'
import { attachmentsSpoken, findSpoken } from './store/spoken.ts'

export type Spoken = {
  id: InteractionId
  author: PersonId | null
  text: string
  state: SendState
  at: Temporal.Instant
  files: { id: string; name: string; type: string; size: number; file: string }[]
}

const MOST = 500

/** Messages of these cases; others are left out. At most five hundred at once. Whoever asks decides who sees it. */
export async function spoken(
  work: Work,
  of: readonly CaseId[],
  ids: readonly InteractionId[],
): Promise<Map<InteractionId, Spoken>> {
  if (ids.length > MOST) throw new RangeError(`at most ${MOST} messages at once`)
  if (ids.length === 0) return new Map()
  const [rows, files] = await Promise.all([findSpoken(work, of, ids), attachmentsSpoken(work, of, ids)])
  const byMessage = Map.groupBy(files, ({ interaction_id }) => interaction_id)
  return new Map(
    rows.map(({ author_id: author, ...row }) => [
      row.id,
      {
        ...row,
        author,
        files: (byMessage.get(row.id) ?? []).map(({ id, name, type, size, file_id: file }) => ({ id, name, type, size, file })),
      },
    ]),
  )
}
