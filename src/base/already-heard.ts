// A past that was written together with its consequences: its readers need not hear it again.
import type { Reader } from './journal.ts'
import { lastPlace, lockCursor, moveCursor } from './store/journal.ts'
import type { Work } from './work.ts'

export async function alreadyHeard(work: Work, readers: readonly Reader[]): Promise<void> {
  const last = await lastPlace(work.sql) // row-level security: the last of this tenant
  if (!last) return
  for (const { name } of readers) {
    await lockCursor(work.sql, work.tenant, name)
    await moveCursor(work.sql, { tenant: work.tenant, reader: name, ...last })
  }
}
