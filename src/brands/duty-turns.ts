import * as staff from '#staff'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  dutyChanged,
  dutyPersonGone,
  type DutyTurn,
  type DutyTurnId,
  type EntryPoint,
  type EntryPointId,
  type NewDutyTurn,
} from './contract.ts'
import { needBrand } from './need.ts'
import { cut } from './page.ts'
import * as store from './store/duty.ts'
import { findEntryPoint } from './store/entry-point.ts'

type Asked = { entry_point: EntryPointId; cursor?: string | undefined; limit: number }

export async function listDuty(
  work: Work,
  { entry_point, cursor, limit }: Asked,
): Promise<{ items: DutyTurn[]; next: string | null }> {
  const door = await openDoor(work, entry_point)
  needBrand(work, door.brand_id, 'brand.read')
  const { items, next } = cut(await store.listTurns(work, { entryPoint: entry_point, cursor, most: limit + 1 }), limit)
  return { items: items.map(({ id, person, when }) => ({ id, person_id: person, when: asText(when) })), next }
}

export async function addDutyTurn(work: Work, { entry_point, person, when }: NewDutyTurn): Promise<{ id: DutyTurnId }> {
  const door = await openDoor(work, entry_point)
  needBrand(work, door.brand_id, 'brand.manage')
  if (!(await staff.active(work, person))) throw refuse(dutyPersonGone, {})
  const turn = { id: newId<'duty_turn'>(work.now), entryPoint: entry_point, person }
  await ('weekday' in when ? store.insertWeekly(work, { ...turn, ...when }) : store.insertOnce(work, { ...turn, ...when }))
  work.publish(dutyChanged, { entry_point })
  return { id: turn.id }
}

export async function dropDutyTurn(
  work: Work,
  { entry_point, id }: { entry_point: EntryPointId; id: DutyTurnId },
): Promise<object> {
  const door = await openDoor(work, entry_point)
  needBrand(work, door.brand_id, 'brand.manage')
  if ((await store.deleteTurn(work, entry_point, id)) === 0) throw refuse(notFound, {})
  work.publish(dutyChanged, { entry_point })
  return {}
}

async function openDoor(work: Work, id: EntryPointId): Promise<EntryPoint> {
  const door = await findEntryPoint(work, id)
  if (!door || door.closed_at) throw refuse(notFound, {})
  return door
}

const asText = (when: store.When): DutyTurn['when'] =>
  'weekday' in when ? when : { starts_at: String(when.starts_at), ends_at: String(when.ends_at) }
