// What we do when something happened: keep the index of words current. What was said since is added to the case's document; a case that is new
// there, or of which something was taken back or renamed, is written anew from all it has. The cursor moves with it, and hearing an event
// twice adds nothing.
import * as customers from '#customers'
import * as search from '#search'
import { gatherer } from '#base/journal'
import type { Work } from '#base/work'
import {
  caseEdited, caseMerged, caseUnmerged, messageCancelled, messageQueued, messageReceived, noteAdded, type CaseId, type InteractionId, type NoteId,
} from './contract.ts' // prettier-ignore
import { wordsOf } from './rules/words-of.ts'
import { findCases, messagesOf, notesOfCases, theseMessages, theseNotes } from './store/words.ts'

const MOST_MESSAGES = 60 // the words of the latest; a case with more has said it all many times
const MOST_TOGETHER = 50

type Told = Awaited<ReturnType<typeof messagesOf>>
type Noted = Awaited<ReturnType<typeof notesOfCases>>

async function wordsFor(work: Work, ids: readonly CaseId[], { messages, notes }: { messages: Told; notes: Noted }) {
  const found = await findCases(work, ids)
  const known = await customers.find(
    work,
    found.flatMap(({ customer_id }) => customer_id ?? []),
  )
  const said = Map.groupBy(messages, (message) => message.case_id)
  const noted = Map.groupBy(notes, (note) => note.case_id)
  return found.map(({ id, number, subject, last_at: at, customer_id }) => {
    const customer = customer_id ? known.get(customer_id) : undefined
    const text = wordsOf({ interactions: said.get(id) ?? [], notes: noted.get(id) ?? [], customer })
    return { kind: 'case' as const, id, title: `${number} ${subject}`, text, at }
  })
}

async function putWhole(work: Work, ids: readonly CaseId[]): Promise<void> {
  const [messages, notes] = await Promise.all([messagesOf(work, ids, MOST_MESSAGES), notesOfCases(work, ids)])
  await search.put(work, await wordsFor(work, ids, { messages, notes }))
}

type Heard = {
  case_id: CaseId
  merged?: CaseId
  interaction_id?: InteractionId
  note_id?: NoteId
  channel?: string
  opened?: boolean
}

// What was said, by its event: a message has its channel, one taken back has not.
const isOnlySaid = (heard: Heard): boolean =>
  heard.opened !== true && (heard.note_id !== undefined || heard.channel !== undefined)

// Those that were never put are put whole.
async function addSaid(work: Work, ids: readonly CaseId[], heard: readonly Heard[]): Promise<CaseId[]> {
  const [messages, notes] = await Promise.all([
    theseMessages(
      work,
      heard.flatMap(({ interaction_id }) => interaction_id ?? []),
    ),
    theseNotes(
      work,
      heard.flatMap(({ note_id }) => note_id ?? []),
    ),
  ])
  const missing = await search.append(work, await wordsFor(work, ids, { messages, notes }))
  return missing.map(({ id }) => id as CaseId) // documents of kind 'case' carry the case's id
}

async function index(work: Work, heard: readonly Heard[]): Promise<void> {
  const byCase = [...Map.groupBy(heard, ({ case_id }) => case_id)]
  const grown = byCase.filter(([, events]) => events.every(isOnlySaid))
  const missing = grown.length === 0 ? [] : await addSaid(work, grown.map(([id]) => id), grown.flatMap(([, events]) => events)) // prettier-ignore
  const whole = [...byCase.filter(([, events]) => !events.every(isOnlySaid)).map(([id]) => id), ...missing]
  if (whole.length > 0) await putWhole(work, whole)
}

export const caseWords = gatherer<Heard>(
  'cases.words',
  [messageReceived, messageQueued, messageCancelled, noteAdded, caseEdited, caseMerged, caseUnmerged],
  async (work, all) => {
    const heard = all.flatMap((each) => (each.merged ? [each, { case_id: each.merged }] : [each])) // both are written anew
    const ids = [...new Set(heard.map(({ case_id }) => case_id))]
    for (let from = 0; from < ids.length; from += MOST_TOGETHER) {
      const these = new Set(ids.slice(from, from + MOST_TOGETHER))
      await index(
        work,
        heard.filter(({ case_id }) => these.has(case_id)),
      )
    }
  },
)
