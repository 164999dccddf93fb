// What whoever asked learns of the mail itself: it came back for good, or nobody knows whether it left.
import type { Work } from '#base/work'
import { publish, remember, tellOwner } from '../became.ts'
import { episodeOf, followHeld } from '../chase/follow.ts'
import { recordUndeliverable } from '../chase/store/chase.ts'
import { letterUncertain, undeliverable } from '../chase/words.ts'
import { taskUndeliverable, type TaskId } from '../contract.ts'
import { cardsOf, markUndeliverable as markCard } from '../directory/store/party.ts'
import { isOwed } from '../rules/state-of.ts'
import { lockTask } from '../store/task.ts'

type Lost = { task: TaskId; address: string; because: string }

/** Marked on the task, and on the card as long as that is still its address; the chase by mail stops, since nobody reads it. */
export async function markUndeliverable(work: Work, { task: id, address, because }: Lost): Promise<void> {
  const task = await lockTask(work, id)
  if (!task) return
  const [card] = task.party_id ? await cardsOf(work, [task.party_id]) : []
  const isAsked = card?.email === address.toLowerCase()
  if (isOwed(task) && isAsked) {
    await followHeld(work, task) // that there is a row to mark
    await recordUndeliverable(work, id, because === '' ? address : `${address}: ${because}`)
    await markCard(work, card.id, work.now)
  }
  if (!isOwed(task)) return // nobody waits for it any more
  const key = `task.undeliverable:${id}:${episodeOf(task)}:${address}`
  await tellOwner(work, task, { kind: 'task.undeliverable', words: undeliverable(task.title, address), key, urgent: true })
  await publish(work, { kind: taskUndeliverable, task: task }, {})
}

/** The house stopped in the middle of handing it over, or the relay said neither yes nor no. */
export async function tellUncertain(
  work: Work,
  { task: id, address, letter }: { task: TaskId; address: string; letter: string },
): Promise<void> {
  const task = await lockTask(work, id)
  if (!task) return
  await tellOwner(work, task, {
    kind: 'task.letter_uncertain',
    words: letterUncertain(task.title, address),
    key: `task.letter_uncertain:${letter}`,
  })
}

/** A letter about it left: one line of its history, with the address. */
export async function noteMailed(work: Work, { task, address }: { task: TaskId; address: string }): Promise<void> {
  await remember(work, task, { what: 'mailed', note: address })
}
