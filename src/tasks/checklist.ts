// Checklists, of a task or of a case itself. Whoever does a task ticks; whoever works on the case writes.
import * as cases from '#cases'
import * as staff from '#staff'
import { allow } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import { listFull, MOST_ITEMS, taskItemChanged, type Item, type ItemId, type TaskId } from './contract.ts'
import { needTask } from './need.ts'
import { meOf } from './reader.ts'
import * as store from './store/item.ts'
import { findTask } from './store/task.ts'
import { peopleAsked } from './whom.ts'

type Of = { case_id: CaseId; task_id: TaskId | null }

/** The case is held by the caller. */
export async function addItems(work: Work, of: Of, whats: readonly string[]): Promise<ItemId[]> {
  if (whats.length === 0) return []
  const { n, position } = await store.nextPosition(work, of)
  if (n + whats.length > MOST_ITEMS) throw refuse(listFull, { most: MOST_ITEMS })
  const ids: ItemId[] = []
  for (const [i, what] of whats.entries()) {
    const id = newId<'item'>(work.now)
    await store.insertItem(work, { ...of, id, position: position + i, what })
    ids.push(id)
  }
  return ids
}

export async function addItem(
  work: Work,
  { case: id, task, what }: { case: CaseId; task?: TaskId | undefined; what: string },
): Promise<Item> {
  const of = await cases.holdCase(work, id, 'case.reply')
  if (task && (await findTask(work, task))?.case_id !== of.id) throw refuse(notFound, {})
  const [added] = await addItems(work, { case_id: of.id, task_id: task ?? null }, [what])
  return await changed(work, added!)
}

export async function tick(work: Work, { id, done }: { id: ItemId; done: boolean }): Promise<Item> {
  const item = await held(work, id)
  if (done && !item.done_at) await store.recordDone(work, id, meOf(work))
  if (!done && item.done_at) await store.eraseDone(work, id)
  return await changed(work, id)
}

export async function strikeItem(work: Work, { id }: { id: ItemId }): Promise<object> {
  const item = await held(work, id)
  await cases.holdCase(work, item.case_id, 'case.reply')
  await store.deleteItem(work, id)
  await publish(work, item)
  return {}
}

// An item of a task is for whom it is asked of and who may read its case; one of a case, for who may answer in it.
async function held(work: Work, id: ItemId): Promise<store.ItemRow> {
  const item = await store.lockItem(work, id)
  if (!item) throw refuse(notFound, {})
  if (!item.task_id) {
    await cases.needCase(work, item.case_id, 'case.reply')
    return item
  }
  const { task, standing } = await needTask(work, item.task_id)
  if (!standing.asked) allow(work, 'case.reply', { brand: task.brand_id })
  return item
}

async function changed(work: Work, id: ItemId): Promise<Item> {
  const item = (await store.lockItem(work, id))!
  await publish(work, item)
  return (await showItems(work, [item]))[0]!
}

async function publish(work: Work, { case_id, task_id }: store.ItemRow): Promise<void> {
  const task = task_id ? await findTask(work, task_id) : undefined
  work.publish(taskItemChanged, { case_id, task_id, people: task ? await peopleAsked(work, task) : [] }, { case_id })
}

export async function showItems(work: Work, items: readonly store.ItemRow[]): Promise<Item[]> {
  const people = await staff.find(work, items.flatMap(({ done_by_id }): PersonId[] => (done_by_id ? [done_by_id] : []))) // prettier-ignore
  return items.map(({ id, task_id, what, done_at, done_by_id }) => ({
    id, task_id, what, done_at: done_at?.toString() ?? null, done_by: done_by_id ? (people.get(done_by_id)?.name ?? '') : null,
  })) // prettier-ignore
}
