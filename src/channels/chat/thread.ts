// What a visitor's widget shows of the conversation: what follows a place, in order, and where each side stands.
import * as cases from '#cases'
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { Face, Message } from '../contract.ts'
import { faceOf } from './rules/face.ts'
import { placesAfter, placesOnward, type Place } from './store/message.ts'
import type { VisitRow } from './store/visit.ts'

export const MOST_AT_ONCE = 200
export type Said = { interaction: string; message: Message }
export type Thread = { said: Said[]; more: boolean; served_by: Face | null }

/** For whoever comes (back): at most 200, the latest; `more` when older ones after that place were left out. */
export async function threadAfter(work: Work, visit: VisitRow, seen: number): Promise<Thread> {
  return await threadOf(work, visit, { seen, places: await sought(placesAfter, work, { visit, seen }) })
}

/** For whoever is there: at most 200, the first after that place. */
export async function threadOnward(work: Work, visit: VisitRow, seen: number): Promise<Thread> {
  return await threadOf(work, visit, { seen, places: await sought(placesOnward, work, { visit, seen }) })
}

const sought = async (
  find: typeof placesAfter,
  work: Work,
  { visit, seen }: { visit: VisitRow; seen: number },
): Promise<Place[]> => (seen < visit.last_seq ? await find(work, visit.conversation_id, { after: seen, most: MOST_AT_ONCE }) : [])

async function threadOf(work: Work, visit: VisitRow, { seen, places }: { seen: number; places: Place[] }): Promise<Thread> {
  const words = await cases.spoken(
    work,
    [visit.case_id],
    places.map((place) => place.interaction_id),
  )
  const authors = [...words.values()].flatMap(({ author }) => author ?? [])
  const people = await staff.find(work, [...authors, ...(visit.served_by ? [visit.served_by] : [])])
  const face = (id: PersonId | null | undefined): Face | null => (id ? faceOf(people.get(id)) : null)
  return {
    said: places.map((place) => messageOf(place, words.get(place.interaction_id), face)),
    more: places.length > 0 && places[0]!.seq > seen + 1,
    served_by: face(visit.served_by),
  }
}

function messageOf(place: Place, said: cases.Spoken | undefined, face: (id: PersonId | null | undefined) => Face | null): Said {
  const message: Message = {
    seq: place.seq,
    id: place.said_id,
    from: place.said_by,
    by: place.said_by === 'agent' ? face(said?.author) : null,
    at: place.at.toString(),
    text: said?.text ?? '',
    files: (said?.files ?? []).map(({ id, name, type, size }) => ({ id, name, type, size })),
    by_mail: place.by_mail,
  }
  return { interaction: place.interaction_id, message }
}
