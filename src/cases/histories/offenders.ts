// What a careless verb, or somebody at the database with the server's rights, could try. The database refuses each; where its constraints
// were taken away, the walk must notice.
import pg from 'pg'
import type { Addresses } from '#base/database'
import { migrate } from '#base/migrate'
import type { Work } from '#base/work'
import * as offences from './store/offences.ts'
import { inHouse, type World } from './world.ts'

const offence = (refusedBy: RegExp, sql: (work: Work) => Promise<number>) => ({
  refusedBy,
  does: async (world: World): Promise<void> => {
    if ((await inHouse(world, sql)) === 0) throw new Error('there was nothing to offend against')
  },
})

export const offenders = {
  'nobody answers any more': offence(/always_one_owner/, offences.endAll),
  'two answer at once': offence(/one_in_each_place|no_gap/, offences.answerTwice),
  'a gap in the past': offence(/no_gap|still referenced/, offences.openGap),
  'closed around what keeps it open': offence(/closes_over_nothing|keeps it open/, offences.closeAround),
  'what is part of a case goes its own way': offence(/answered_with_its_main|merged_by_an_edge|main case|by an edge/, offences.goAstray),
} // prettier-ignore

/** A database of its own without the constraints that make offences impossible. */
export async function withoutConstraints(addresses: Addresses): Promise<Addresses & { remove(): Promise<void> }> {
  const database = `offended_${process.pid}`
  const inside = (address: Addresses['owner']) => ({ ...address, database })
  await asOwner(addresses.owner, `create database ${database}`)
  await migrate(inside(addresses.owner))
  await asOwner(inside(addresses.owner), offences.TAKEN_AWAY)
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
