// Which doors are an actor's to see or to serve: a door belongs to a brand, and what came through it with it.
import * as brands from '#brands'
import { allow, can } from '#access'
import type { Permission } from '#access/contract'
import type { Work } from '#base/work'
import type { EntryPoint } from '#brands/contract'

export type NamedDoor = { id: string; name: string; address: string | null }

/** Of these doors, those that are the actor's to read. */
export async function ourDoors(work: Work, ids: readonly string[]): Promise<Map<string, NamedDoor>> {
  const found = await Promise.all([...new Set(ids)].map((id) => brands.entryPoint(work, id as never))) // foreign keys say they are entry points
  const ours = found.filter((door) => door !== undefined && mayRead(work, door))
  return new Map(ours.map((door) => [door!.id as string, { id: door!.id as string, name: door!.name, address: door!.address }]))
}

/** The door, when it is the actor's; undefined when it is another brand's or nobody's; refused when it is seen but not served. */
export async function ourDoor(work: Work, id: string, permission: Permission): Promise<EntryPoint | undefined> {
  const door = await brands.entryPoint(work, id as never) // any id may be asked for; it is looked up here
  if (!door || !mayRead(work, door)) return undefined
  allow(work, permission, { brand: door.brand_id })
  return door
}

const mayRead = (work: Work, { brand_id: brand }: EntryPoint): boolean => can(work.actor, 'channel.read', { brand })
