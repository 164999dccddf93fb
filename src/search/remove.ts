import type { Work } from '#base/work'
import type { DocumentKind } from './contract.ts'
import { deleteDocument } from './store/document.ts'

export async function remove(work: Work, { kind, id }: { kind: DocumentKind; id: string }): Promise<void> {
  await deleteDocument(work, kind, id)
}
