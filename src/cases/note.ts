import * as staff from '#staff'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, type Work } from '#base/work'
import { noteAdded, type CaseId, type Note } from './contract.ts'
import { holdMain, needVersion } from './need.ts'
import { touch } from './store/case.ts'
import { insertMentions } from './store/mention.ts'
import { insertNote } from './store/note.ts'

export async function note(
  work: Work,
  given: { id: CaseId; version?: number | undefined; text: string; mentions: PersonId[] },
): Promise<Note> {
  const found = await holdMain(work, given.id, 'case.note')
  needVersion(found, given.version)
  const me = work.actor.kind === 'person' ? work.actor.id : null
  const people = await staff.find(work, [...given.mentions, ...(me ? [me] : [])])
  const mentions = [...new Set(given.mentions)].filter((id) => people.get(id)?.active)
  const id = newId<'note'>(work.now)
  await insertNote(work, { id, case_id: found.id, author: me, by: actorId(work.actor), text: given.text, mentions })
  const told = mentions.filter((person) => person !== me)
  if (told.length > 0) await insertMentions(work, { note: id, case: found.id, people: told })
  await touch(work, found.id)
  work.publish(noteAdded, { case_id: found.id, note_id: id, mentions, owner: found.owner_id }, { case_id: found.id })
  return { id, author: me && { id: me, name: people.get(me)?.name ?? '' }, text: given.text, mentions, at: work.now.toString() }
}
