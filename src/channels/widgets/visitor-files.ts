// What visitors bring. It belongs to the secret of their visit, also before they have said anything; what is never said goes after an hour.
import * as cases from '#cases'
import { keepFile, forgetFiles } from '#base/files'
import { judgeGivenFile } from '#base/given-file'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { tooManyFiles, type VisitorFile } from '../contract.ts'
import { findPlaceOf } from '../chat/store/message.ts'
import { findVisitBySecret } from '../chat/store/visit.ts'
import type { Admitted } from './gate.ts'
import * as store from './store/visitor-file.ts'

export type OfVisit = { admitted: Admitted; visit: Buffer } // visit: the hash of its secret

export async function keepVisitorFile(
  work: Work,
  { admitted, visit }: OfVisit,
  given: { name: string; bytes: Uint8Array },
): Promise<VisitorFile> {
  const { widget, settings } = admitted
  const { count } = await store.countOfVisit(work, { widget, visit })
  if (count >= settings.files_per_visit) throw refuse(tooManyFiles, { limit: settings.files_per_visit })
  const { name, type } = await judgeGivenFile(given)
  const kept = await keepFile(work, given.bytes)
  const id = newId(work.now)
  await store.insertVisitorFile(work, { id, widget, visit, name, type, size: kept.size, file: kept.id })
  return { id, name, type, size: kept.size }
}

type Found = { name: string; type: string; file: string }

/** A file the visitor brought, or one that was said in their conversation; anybody else's answers as one that nobody ever had. */
export async function findForVisitor(work: Work, of: OfVisit, id: string): Promise<Found> {
  const { admitted, visit } = of
  const own = await store.findVisitorFile(work, { widget: admitted.widget, visit, id })
  if (own) return { name: own.name, type: own.type, file: own.file_id }
  const said = await cases.fileWithCase(work, id)
  const conversation = await findVisitBySecret(work, { entry_point: admitted.entry_point, hash: visit })
  if (!said || !conversation) throw refuse(notFound, {})
  const place = await findPlaceOf(work, said.interaction_id) // notes and other conversations of the case have no place in this one
  if (place?.conversation_id !== conversation.conversation_id) throw refuse(notFound, {})
  return { name: said.name, type: said.type, file: said.file_id }
}

const KEPT_HOURS = 1

export async function forgetVisitorFiles(work: Work, most: number): Promise<number> {
  const gone = await store.deleteUnsaid(work, work.now.subtract({ hours: KEPT_HOURS }), most)
  await forgetFiles(work, gone.map(({ file_id }) => file_id)) // prettier-ignore
  return gone.length
}
