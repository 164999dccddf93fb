// What a letter or a page about a task is made from, for whoever was asked and has no seat: what is asked and shown, and nothing else of the case.
import * as brands from '#brands'
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { TaskId, WholeTask } from '../contract.ts'
import { cardsOf, type PartyCardRow } from '../directory/store/party.ts'
import { showWhole } from '../show.ts'
import type { TaskRow } from '../store/row.ts'
import { filesOf } from '../store/shown.ts'
import { findTask } from '../store/task.ts'

export type OutsideFacts = {
  row: TaskRow
  task: WholeTask
  card: PartyCardRow | null // of somebody outside
  brand: { id: string; name: string; colour: string; signature: string; language: 'fr' | 'en' }
  door: EntryPointId // the one the case came by
  zone: string
  files: { id: string; name: string; type: string; size: number; file_id: string }[]
}

/** For programs of ours that speak for whoever was asked: they have looked at the link, or at the mail, themselves. */
export async function outsideFacts(work: Work, id: TaskId): Promise<OutsideFacts | null> {
  const row = await findTask(work, id)
  if (!row) return null
  const [task, of, [card], brand, files] = await Promise.all([
    showWhole(work, id),
    cases.facts(work, [row.case_id]),
    row.party_id ? cardsOf(work, [row.party_id]) : [],
    brands.brand(work, row.brand_id as never), // a foreign key says so
    filesOf(work, id),
  ])
  const door = of.get(row.case_id)!.entry_point_id as EntryPointId // a foreign key says so
  const zone = card?.zone ?? (await brands.entryPoint(work, door))?.zone ?? 'Europe/Paris'
  const { name = '', colour = '#3b5bdb', signature = '', language = 'fr' } = brand ?? {}
  return {
    row, task: { ...task, case: null }, card: card ?? null, brand: { id: row.brand_id, name, colour, signature, language }, door, zone,
    files: files.filter(({ answer_id }) => answer_id === null),
  } // prettier-ignore
}
