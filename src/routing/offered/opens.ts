// The page of the desk that accepting an offer opens: where the work is done.
import type { ItemKind } from '../contract/words.ts'

type Work = { kind: ItemKind; case_id: string | null; subject_id: string | null }

export function opensAt({ kind, case_id, subject_id }: Work): string {
  if (kind === 'chat' && subject_id) return `/chats?chat=${subject_id}`
  if (kind === 'task' && subject_id) return `/tasks/${subject_id}`
  return case_id ? `/cases/${case_id}` : '/'
}
