// One mail with all that waits, from how things are when it leaves: what was seen meanwhile is not in it.
import * as brands from '#brands'
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { NoticeId } from '#staff/contract'
import type { LetterRow } from '../store/letter.ts'
import { noticesText } from './rules/notices-text.ts'
import type { Written } from './write.ts'

export async function noticesLetter(work: Work, letter: LetterRow, url: string): Promise<Written | null> {
  const ids = Array.isArray(letter.facts['notices']) ? (letter.facts['notices'] as NoticeId[]) : [] // written by notices.ts
  const person = letter.person_id && (await staff.find(work, [letter.person_id])).get(letter.person_id)
  const notices = (await staff.noticesById(work, ids)).filter(
    ({ seen_at, person: of }) => seen_at === null && of === letter.person_id,
  )
  if (!person || !person.active || notices.length === 0) return null
  const door = await brands.mainEntryPoint(work)
  const brand = door && (await brands.brand(work, door.brand_id))
  const said = noticesText(notices, { name: person.name, language: person.language, url, house: brand?.name ?? 'Guichet' })
  return { ...said, brand: null, author: null, files: [], answerable: false }
}
