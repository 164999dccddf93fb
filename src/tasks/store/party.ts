// People outside the house who are asked: the address book of tasks.
import { boolean, text, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { PartyId } from '../contract.ts'

const row = { id: uuid<PartyId>(), name: text, email: text, retired: boolean }
export type PartyRow = Awaited<ReturnType<typeof findParties>>[number]

export const findParties = (work: Work, ids: readonly PartyId[]) => work.sql.many(row)`
  select id, name, email, retired_at is not null as retired from tasks.party where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

// Named once; whoever is found again by address keeps the name it has.
export const findOrAdd = (work: Work, p: { id: PartyId; name: string; email: string }) => work.sql.one({ id: uuid<PartyId>() })`
  insert into tasks.party as p (tenant_id, id, name, email, made_at, made_by)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.email}, ${work.now}, ${actorId(work.actor)})
  on conflict (tenant_id, email) where retired_at is null do update set email = p.email
  returning id`
