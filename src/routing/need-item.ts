// An item somebody may see: its case's readers, whoever is asked or has it, and those who follow the floor where it belongs to no brand.
import { can } from '#access'
import type { Permission } from '#access/contract'
import { refuse, type Work } from '#base/work'
import { itemOver, itemUnknown, type ItemId } from './contract.ts'
import { findItem, type ItemRow } from './store/item.ts'
import { liveOffersOfItems } from './store/offer.ts'

export async function needItem(work: Work, id: ItemId, permission: Permission = 'case.read'): Promise<ItemRow> {
  const item = await findItem(work, id)
  if (!item || !(await may(work, item, permission))) throw refuse(itemUnknown, {})
  return item
}

export async function needLive(work: Work, id: ItemId, permission?: Permission): Promise<ItemRow> {
  const item = await needItem(work, id, permission)
  if (item.state === 'over') throw refuse(itemOver, {})
  return item
}

async function may({ actor, ...work }: Work, item: ItemRow, permission: Permission): Promise<boolean> {
  if (actor.kind === 'person' && item.person_id === actor.id) return true
  const { brand } = item.facts
  if (brand === null ? can(actor, 'routing.read') || can(actor, permission) : can(actor, permission, { brand })) return true
  if (actor.kind !== 'person') return false
  return (await liveOffersOfItems({ actor, ...work }, [item.id])).some(({ person_id }) => person_id === actor.id)
}
