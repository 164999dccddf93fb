// What we do when something happened: keep the index of words current. A document is written anew from the case, so that hearing an
// event twice changes nothing, and a case that moved ten times since is read once.
import * as customers from '#customers'
import * as search from '#search'
import { gatherer } from '#base/journal'
import type { Work } from '#base/work'
import { caseEdited, messageCancelled, messageQueued, messageReceived, noteAdded, type CaseId } from './contract.ts'
import { wordsOf } from './rules/words-of.ts'
import { findCases, messagesOf, notesOfCases } from './store/words.ts'

const MOST_MESSAGES = 60 // the words of the latest; a case with more has said it all many times
const MOST_TOGETHER = 50

async function index(work: Work, ids: readonly CaseId[]): Promise<void> {
  const [found, messages, notes] = await Promise.all([
    findCases(work, ids),
    messagesOf(work, ids, MOST_MESSAGES),
    notesOfCases(work, ids),
  ])
  const known = await customers.find(
    work,
    found.flatMap(({ customer_id }) => customer_id ?? []),
  )
  const said = Map.groupBy(messages, (message) => message.case_id)
  const noted = Map.groupBy(notes, (note) => note.case_id)
  await search.put(work, found.map((each) => {
    const customer = each.customer_id ? known.get(each.customer_id) : undefined
    const text = wordsOf({ interactions: said.get(each.id) ?? [], notes: noted.get(each.id) ?? [], customer })
    return { kind: 'case' as const, id: each.id, title: `${each.number} ${each.subject}`, text, at: each.last_at }
  })) // prettier-ignore
}

export const caseWords = gatherer<{ case_id: CaseId }>(
  'cases.words',
  [messageReceived, messageQueued, messageCancelled, noteAdded, caseEdited],
  async (work, heard) => {
    const ids = [...new Set(heard.map(({ case_id }) => case_id))]
    for (let from = 0; from < ids.length; from += MOST_TOGETHER) await index(work, ids.slice(from, from + MOST_TOGETHER))
  },
)
