// One unit of work: one transaction, one tenant, one actor, one moment. Exactly five things, so no verb can reach for more.
// What a verb publishes is written to the journal by the same commit; a crash keeps both or neither.
import type pg from 'pg'
import { isUuid, type Actor, type EventKind, type TenantId } from './contract.ts'
import type { Clock } from './clock.ts'
import { borrow, mayBeRepeated, type Database } from './database.ts'
import { connect, type Driver, type Sql } from './sql.ts'
import { bell, ringsAtCommit } from './bell.ts'
import { appendEvents } from './store/journal.ts'

export { actorId } from './contract.ts'
export { Refused, refuse } from './refusal.ts'

export type Work = {
  sql: Sql
  tenant: TenantId
  actor: Actor
  now: Temporal.Instant
  publish<Payload>(kind: EventKind<Payload>, payload: Payload, about?: { case_id?: string }): void
}
export type Published = { name: string; case_id: string | null; payload: unknown }
export type Open = { database: Database; clock: Clock }
export type As = { tenant: TenantId; actor: Actor }

export const system = (name: string): Actor => ({ kind: 'system', name })

const MOST_TRIES = 4

export async function inWork<Result>(open: Open, as: As, body: (work: Work) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(open, as, body)
    } catch (error) {
      if (attempt >= MOST_TRIES || !mayBeRepeated(error)) throw error
    }
  }
}

async function once<Result>({ database, clock }: Open, as: As, body: (work: Work) => Promise<Result>): Promise<Result> {
  const client = await borrow(database.server)
  const driver = client as unknown as Driver // a client answers queries in the shape a Driver asks for
  let broken: Error | undefined
  let ended = false
  try {
    const begun = begin(client, as.tenant) // sent, not awaited: the first statement travels in the same packet
    begun.catch(() => {}) // awaited before the commit; until then a failure already fails the statements behind it
    const sql = connect({ query: (statement) => (until(ended), driver.query(statement)) }, database.named)
    const published: Published[] = []
    const publish: Work['publish'] = (kind, payload, about) => {
      until(ended)
      published.push({ name: kind.name, case_id: about?.case_id ?? null, payload: kind.shape.parse(payload) })
    }
    const work: Work = { sql, ...as, now: clock.now(), publish }
    const result = await body(work)
    await begun
    const committed = commit(client, work, published)
    ended = true
    await committed
    if (published.length > 0 || ringsAtCommit(work)) bell.ring()
    return result
  } catch (error) {
    ended = true
    await client.query('rollback').catch((lost: Error) => void (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

// Of several statements at once one may fail while another is still to be asked. By then the connection does somebody else's work.
function until(ended: boolean): void {
  if (ended) throw new Error('this unit of work has ended')
}

// One message for both: the tenant is a UUID or nothing is begun, so it may stand in the text.
async function begin(client: pg.PoolClient, tenant: TenantId): Promise<void> {
  if (!isUuid(tenant)) throw new Error('a tenant is a UUID')
  await client.query(`begin; set local app.tenant = '${tenant}'`)
}

async function commit(client: pg.PoolClient, work: Work, published: Published[]): Promise<void> {
  const written = published.length > 0 ? appendEvents(work.sql, work, published) : Promise.resolve()
  const [, answer] = await Promise.all([written, client.query('commit')])
  // PostgreSQL answers COMMIT in a failed transaction with a polite ROLLBACK.
  if (answer.command !== 'COMMIT') throw new Error('the transaction was rolled back by PostgreSQL')
}
