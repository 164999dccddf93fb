// Two doors to one PostgreSQL. The server's role sees one tenant at a time; the dispatcher's sees envelopes of all tenants.
// Neither owns a table nor may bypass row-level security.
import pg from 'pg'
import { connect, type Answer, type Driver, type Sql } from './sql.ts'
import { Refused, busy, refuse } from './refusal.ts'
import { log } from './log.ts'
import { inOnePacket } from './packets.ts'

export type Address = pg.PoolConfig
export type Addresses = { owner: Address; server: Address; dispatcher: Address }

export type Database = {
  server: pg.Pool
  dispatcher: Sql
  dispatcherPool: pg.Pool
  named: boolean
  close(): Promise<void>
}

const asText = { getTypeParser: () => (value: string) => value } // columns read the text themselves
// What the dispatcher writes are leases, and what it tidies away. Lost with the last half second of a machine that fell, a lease is taken anew;
// and whatever was done under one is on the disk no sooner than the lease, since PostgreSQL writes its log in order.
const LEASES_ONLY = '-c synchronous_commit=off'
const session = '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000'

export function openDatabase(addresses: Addresses, sizes = { server: 12, dispatcher: 3 }): Database {
  const server = pool(addresses.server, sizes.server)
  const dispatcherPool = pool(addresses.dispatcher, sizes.dispatcher, LEASES_ONLY)
  const named = !/pgbouncer=true/.test(addresses.server.connectionString ?? '')
  return {
    server,
    dispatcherPool,
    named,
    dispatcher: connect(dispatcherPool as unknown as Driver, named), // the pool answers queries in the shape a Driver asks for
    close: async () => void (await Promise.all([server.end(), dispatcherPool.end()])),
  }
}

function pool(address: Address, max: number, more = ''): pg.Pool {
  const options = [session, more, address.options].filter(Boolean).join(' ')
  const made = new pg.Pool({
    ...address,
    options,
    max,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: asText as unknown as pg.CustomTypesConfig, // pg's own type wants one overload per format
  } as pg.PoolConfig)
  made.on('error', (error) => log.warn({ error: error.message }, 'database connection lost'))
  // A connection that breaks while it is lent fails the statement under way; without a listener it would end the process as well.
  made.on('connect', (client) => void client.on('error', () => {}))
  made.on('connect', inOnePacket)
  return made
}

export async function borrow(from: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await from.connect()
  } catch (error) {
    if (error instanceof Error && /timeout exceeded when trying to connect/.test(error.message)) throw refuse(busy, {})
    throw error
  }
}

// Deadlocks and serialisation failures are PostgreSQL asking for the same work again; a lost connection is not, its outcome is unknown.
// What a constraint trigger of ours finds wrong at commit was decided on a picture that somebody changed meanwhile (who leaves, who gets
// a case): looked at anew it mostly comes out right. Also where a room put it in words: such a refusal has it for its cause.
export const mayBeRepeated = (error: unknown): boolean => {
  const found = error instanceof Refused ? error.cause : error
  return found instanceof pg.DatabaseError && (found.code === '40P01' || found.code === '40001' || isRaisedByUs(found))
}
const isRaisedByUs = (error: pg.DatabaseError): boolean => error.code === '23514' && error.routine === 'exec_stmt_raise'

// PostgreSQL is away, starting, stopping or without room: nobody's mail or event is to blame, and it will be back.
export const isAway = (error: unknown): boolean => {
  if (error instanceof Refused) return error.refusal.code === busy.code
  const { code = '', message = '' } = error instanceof Error ? (error as Error & { code?: string }) : {}
  return (
    isDiskFull(error) || /^(08|57P|53|25P03)/.test(code) || /^E(CONN|PIPE|NOENT|AGAIN|TIMEDOUT)/.test(code) || LOST.test(message)
  )
}
const LOST =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed/i

export const isConflict = (error: unknown, constraint?: string): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505' && (!constraint || error.constraint === constraint)

export const isDiskFull = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '53100' || /No space left/.test(error.message))

export type { Answer }
