// What we do when something happened: keep the index of words current. A document is written anew from the case, so that hearing an
// event twice changes nothing.
import * as customers from '#customers'
import * as search from '#search'
import { hear, reader } from '#base/journal'
import type { Work } from '#base/work'
import { caseEdited, messageCancelled, messageQueued, messageReceived, noteAdded, type CaseId } from './contract.ts'
import { wordsOf } from './rules/words-of.ts'
import { findCase } from './store/case.ts'
import { interactionsOf } from './store/interaction.ts'
import { notesOf } from './store/note.ts'

const MOST_MESSAGES = 60 // the words of the latest; a case with more has said it all many times

async function index(work: Work, id: CaseId): Promise<void> {
  const found = await findCase(work, id)
  if (!found) return
  const [interactions, notes, known] = await Promise.all([
    interactionsOf(work, id, MOST_MESSAGES),
    notesOf(work, id),
    found.customer_id ? customers.find(work, [found.customer_id]) : new Map<never, never>(),
  ])
  const customer = found.customer_id ? known.get(found.customer_id as never) : undefined
  await search.put(work, { kind: 'case', id, title: `${found.number} ${found.subject}`, text: wordsOf({ interactions, notes, customer }), at: found.last_at })
}

export const caseWords = reader('cases.words', [
  hear(messageReceived, (work, { case_id }) => index(work, case_id)),
  hear(messageQueued, (work, { case_id }) => index(work, case_id)),
  hear(messageCancelled, (work, { case_id }) => index(work, case_id)),
  hear(noteAdded, (work, { case_id }) => index(work, case_id)),
  hear(caseEdited, (work, { case_id }) => index(work, case_id)),
])
