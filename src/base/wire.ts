// The bell, heard by the other servers of the same database. A NOTIFY inside a transaction that writes would make commits wait for each
// other (it cuts them to a third, measured), so it is sent apart, once for all that rang within a few milliseconds. While the line is down
// readers look by themselves every second; when it is back, the bell rings once for what was missed.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { bell } from './bell.ts'
import type { Address } from './database.ts'
import { log } from './log.ts'

const GATHER_MILLISECONDS = 5
const LONGEST_PAUSE_MILLISECONDS = 30_000

export type Wire = { ready: Promise<void>; close(): Promise<void> }

export function openWire(address: Address): Wire {
  const me = randomUUID()
  let client: pg.Client | undefined
  let isClosed = false
  let isEcho = false // rung by another server: not to be told again
  let gathering: NodeJS.Timeout | undefined
  let again: NodeJS.Timeout | undefined
  let pause = 250
  const tell = (): void => {
    gathering = undefined
    client?.query('select pg_notify($1, $2)', ['guichet', me]).catch(() => {}) // they look by themselves every second
  }
  const off = bell.hear(() => {
    if (!isEcho && client) gathering ??= setTimeout(tell, GATHER_MILLISECONDS).unref()
  })
  const ring = (): void => {
    isEcho = true
    bell.ring()
    isEcho = false
  }
  const lost =
    (fresh: pg.Client) =>
    (error?: Error): void => {
      if (isClosed || (client !== fresh && client !== undefined)) return
      if (client) log.warn({ error: error?.message }, 'the line to the other servers is lost; it will be taken up again')
      client = undefined
      clearTimeout(again)
      again = setTimeout(() => void connect(), pause).unref()
      pause = Math.min(LONGEST_PAUSE_MILLISECONDS, pause * 2)
    }
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(address)
    fresh.on('error', lost(fresh))
    fresh.on('end', lost(fresh))
    fresh.on('notification', ({ payload }) => (payload === me ? undefined : ring()))
    try {
      await fresh.connect()
      await fresh.query('listen guichet')
      if (isClosed) return await fresh.end()
      client = fresh
      pause = 250
      ring()
    } catch (error) {
      lost(fresh)(error as Error)
    }
  }
  return {
    ready: connect(),
    close: async () => {
      isClosed = true
      off()
      clearTimeout(gathering)
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
