// What waited before there were rules: chats nobody serves, cases that wait for an answer of ours, tasks that a team was asked and nobody took. It has
// the place it had. Bounded; what is beyond arrives with its next message, and is on its team's list, where it was.
import * as cases from '#cases'
import * as channels from '#channels'
import * as tasks from '#tasks'
import type { Work } from '#base/work'
import { workChannels, type WorkChannel } from '../contract.ts'
import type { Arriving } from '../router/place.ts'
import { arrivingOf, type ToDo } from './of-cases.ts'

const PAGE = 200
const MOST_PAGES = 10

export async function alreadyWaiting(work: Work): Promise<Arriving[]> {
  const chats = await channels.waitingChats(work)
  const begun = chats.map(({ conversation, case_id, since }): ToDo => ({ kind: 'chat', channel: 'chat', subject_id: conversation, case_id, at: since })) // prettier-ignore
  const asked = (await tasks.untakenTasks(work)).map(({ id, case_id, asked_at, due_at, whom }): ToDo => ({ kind: 'task', channel: 'task', subject_id: id, case_id, at: asked_at, due_at, team: whom.id })) // prettier-ignore
  return [
    ...(await arrivingOf(work, begun)),
    ...(await arrivingInParts(work, asked)),
    ...(await arrivingInParts(work, [...(await answersOwed(work, 'new')), ...(await answersOwed(work, 'waiting_for_us'))])),
  ]
}

async function arrivingInParts(work: Work, todo: readonly ToDo[]): Promise<Arriving[]> {
  const arriving: Arriving[] = []
  for (let at = 0; at < todo.length; at += PAGE) arriving.push(...(await arrivingOf(work, todo.slice(at, at + PAGE))))
  return arriving
}

async function answersOwed(work: Work, stands: 'new' | 'waiting_for_us'): Promise<ToDo[]> {
  const owed: ToDo[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await cases.list(work, { status: 'open', stands, limit: PAGE, cursor })
    const facts = await cases.facts(work, items.map(({ id }) => id)) // prettier-ignore
    for (const { id, channel, last_in_at } of facts.values())
      if (isWritten(channel) && last_in_at) owed.push({ kind: 'message', channel, subject_id: id, case_id: id, at: last_in_at })
    if (next === null) break
    cursor = next
  }
  return owed
}

const isWritten = (channel: string | null): channel is WorkChannel =>
  channel !== 'chat' && workChannels.some((each) => each === channel)
