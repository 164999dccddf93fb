// What a careless verb, or somebody at the database with the server's rights, could try. The database refuses each; where its constraints
// were taken away, the walk must notice.
import pg from 'pg'
import type { Addresses } from '#base/database'
import { migrate } from '#base/migrate'
import type { Work } from '#base/work'
import { inHouse, type World } from './world.ts'

const offence = (refusedBy: RegExp, sql: (work: Work) => Promise<number>) => ({
  refusedBy,
  does: async (world: World): Promise<void> => {
    if ((await inHouse(world, sql)) === 0) throw new Error('there was nothing to offend against')
  },
})

export const offenders = {
  'nobody answers any more': offence(
    /always_one_owner/,
    (work) => work.sql.run`update cases.ownership set until = greatest(${work.now}::timestamptz, since) where tenant_id = ${work.tenant} and until is null`,
  ),
  'two answer at once': offence(
    /one_in_each_place|no_gap/,
    (work) => work.sql.run`
      insert into cases.ownership (tenant_id, id, case_id, person_id, chosen_by, since, by, place)
      select tenant_id, gen_random_uuid(), case_id, person_id, 'assigned', ${work.now}, 'offender', place + 1
      from cases.ownership where tenant_id = ${work.tenant} and until is null`,
  ),
  'a gap in the past': offence(
    /no_gap|still referenced/,
    (work) => work.sql.run`
      update cases.ownership set until = since + (until - since) / 2 where tenant_id = ${work.tenant} and until > since + interval '2 minutes'`,
  ),
  'closed around what keeps it open': offence(
    /closes_over_nothing|keeps it open/,
    (work) => work.sql.run`
      update cases."case" c set closed_at = ${work.now}, closed_by = 'offender' where tenant_id = ${work.tenant} and closed_at is null and exists (
        select from cases.blocker b where b.tenant_id = c.tenant_id and b.case_id = c.id and b.ended_at is null)`,
  ),
  'what is part of a case goes its own way': offence(
    /answered_with_its_main|merged_by_an_edge|main case|by an edge/,
    (work) => work.sql.run`update cases."case" set main_id = null where tenant_id = ${work.tenant} and main_id is not null`,
  ),
} // prettier-ignore

const TAKEN_AWAY = `
  alter table cases."case" drop constraint always_one_owner;
  alter table cases.ownership drop constraint no_gap, drop constraint one_in_each_place;
  drop trigger closes_over_nothing on cases."case";
  drop trigger answered_with_its_main on cases."case";
  drop trigger answered_from_the_opening on cases.ownership`

/** A database of its own without the constraints that make offences impossible. */
export async function withoutConstraints(addresses: Addresses): Promise<Addresses & { remove(): Promise<void> }> {
  const database = `offended_${process.pid}`
  const inside = (address: Addresses['owner']) => ({ ...address, database })
  await asOwner(addresses.owner, `create database ${database}`)
  await migrate(inside(addresses.owner))
  await asOwner(inside(addresses.owner), TAKEN_AWAY)
  return {
    owner: inside(addresses.owner),
    server: inside(addresses.server),
    dispatcher: inside(addresses.dispatcher),
    remove: async () => await asOwner(addresses.owner, `drop database ${database} with (force)`),
  }
}

async function asOwner(address: Addresses['owner'], sql: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
