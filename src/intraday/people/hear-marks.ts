// What the journal says of people becomes marks: an event, a mark. Heard twice, it is written once; heard late, it finds its place.
import { gatherer, type Event, type Reader } from '#base/journal'
import type { EventKind, PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { isInstant, itemBack, itemEnded, itemTaken, seatChanged, type WorkChannel } from '#routing/contract'
import { presenceChanged } from '#staff/contract'
import { insertMarks, type NewMark } from '../store/mark.ts'

type Said = { person?: PersonId | null; state?: string; since?: string; item_id?: string; channel?: WorkChannel }
type Lines = Pick<NewMark, 'line' | 'word' | 'item_id' | 'instant'> & { at?: string | undefined }

const lines: Record<string, (said: Said) => Lines> = {
  [presenceChanged.name]: ({ state, since }) => ({ line: 'presence', word: state!, at: since, item_id: null, instant: null }),
  [seatChanged.name]: ({ state, since }) => ({ line: 'seat', word: state!, at: since, item_id: null, instant: null }),
  [itemTaken.name]: (said) => ofWork('begins', said),
  [itemBack.name]: (said) => ofWork('ends', said),
  [itemEnded.name]: (said) => ofWork('ends', said),
}
const ofWork = (word: string, { item_id, channel }: Said): Lines => ({
  line: 'work',
  word,
  item_id: item_id!,
  instant: isInstant(channel!),
})

async function hearAll(work: Work, payloads: unknown[], events: Event[]): Promise<void> {
  const marks = payloads.flatMap((payload, n): NewMark[] => {
    const said = payload as Said // each was parsed by its own kind; together they have these
    const { seq, at, name } = events[n]!
    if (!said.person) return [] // it ended before anybody had it
    const { at: since, ...line } = lines[name]!(said)
    return [{ seq, person_id: said.person, at: since ?? String(at), ...line }]
  })
  if (marks.length > 0) await insertMarks(work, marks)
}

const kinds = [presenceChanged, seatChanged, itemTaken, itemBack, itemEnded] as readonly EventKind<unknown>[] // of different payloads, told apart by name
export const marks: Reader = gatherer<unknown>('intraday.marks', kinds, hearAll)
