// What accepting means in the house, in the transaction that accepts: a chat is served, a task is taken, and whoever accepts works on the case.
// Taking by hand comes the other way round: the chat, the task or the answer is there first, and the router hears of it.
import * as cases from '#cases'
import * as channels from '#channels'
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId, ConversationId } from '#cases/contract'
import type { TaskId } from '#tasks/contract'
import type { ItemKind } from '../contract.ts'
import { inHandOf } from '../store/item.ts'

export type AcceptedItem = {
  kind: ItemKind
  case_id: CaseId | null
  subject_id: string | null // the conversation of a chat, the case of a message, the task, the promise
}

type Accepted = { item: AcceptedItem; person: PersonId; answers_for_it: boolean }

/** To be called in the transaction that records the acceptance, by the person or, where offers are accepted by themselves, by the router. */
export async function acceptInTheHouse(work: Work, { item, person, answers_for_it }: Accepted): Promise<void> {
  if (item.kind === 'task') return await takeTask(asThemselves(work, person), item)
  if (item.case_id) await cases.takeAsRouted(work, { id: item.case_id, person, answers_for_it })
  if (item.kind === 'chat' && item.subject_id)
    await channels.serveChatBy(work, { conversation: item.subject_id as ConversationId, person }) // a chat's item is about its conversation
}

async function takeTask(work: Work, { subject_id }: AcceptedItem): Promise<void> {
  if (subject_id) await tasks.takeTask(work, { id: subject_id as TaskId }) // a task's item is about that task
}

// A task is taken by a person and nobody else. The router that accepts for somebody does it as they would, with the rights the offer asked for.
function asThemselves(work: Work, person: PersonId): Work {
  if (work.actor.kind !== 'system') return work
  const held = { permissions: new Set(['task.read', 'task.answer']), scope: { teams: null, brands: null } }
  return { ...work, actor: { kind: 'person', id: person, ...held } }
}

/** Whoever had it in hand is done with it: what routing began on the case ends, unless they answer for it or have more of it in hand. */
export async function doneInTheHouse(work: Work, { item, person }: Omit<Accepted, 'answers_for_it'>): Promise<void> {
  if (item.kind === 'task' || !item.case_id) return
  const found = (await cases.facts(work, [item.case_id])).get(item.case_id)
  if (!found || found.owner_id === person) return
  const more = (await inHandOf(work, [person])).some(({ case_id }) => case_id === item.case_id)
  if (!more) await cases.doneAsRouted(work, { id: item.case_id, person })
}
