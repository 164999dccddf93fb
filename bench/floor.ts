// The floor: the rows that a piece of work left behind, written again by one bare transaction on connections of its own, as the server's
// own role, with every index, constraint and policy there is, fsync on. Nobody who keeps the same rows can do less.
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Address } from '#base/database'
import { inOnePacket } from '#base/packets'

export type Template = {
  tenant: string
  rows: { table: string; columns: string[]; values: (string | null)[] }[]
  own: string[]
  updates: string[]
}
type Sought = { tables: readonly string[]; own: readonly string[]; updates?: readonly string[] }

// `own`: ids the work made, each is made anew in a copy. Rows are found by carrying one of them.
export async function templateOf(owner: pg.Client, tenant: string, { tables, own, updates = [] }: Sought): Promise<Template> {
  const rows: Template['rows'] = []
  for (const table of tables) {
    const columns = await writableColumns(owner, table)
    const list = columns.map((name) => `"${name}"::text`).join(', ')
    const found = await owner.query<Record<string, string | null>>(
      `select ${list} from ${table} t where tenant_id = $1 and t::text ~ $2`,
      [tenant, own.join('|')],
    )
    rows.push(...found.rows.map((row) => ({ table, columns, values: columns.map((name) => row[name] ?? null) })))
  }
  return { tenant, rows, own: [...own], updates: [...updates] }
}

async function writableColumns(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' and attidentity = '' and atttypid <> 'xid8'::regtype order by attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Copies per second: `count` transactions over `connections`, each one batch of statements and one commit. */
export async function writeBare(
  server: Address,
  template: Template,
  { connections, count }: { connections: number; count: number },
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(server)))
  await Promise.all(clients.map((client) => writeOnce(client, template))) // statements are prepared before the clock runs
  const began = performance.now()
  let next = 0
  await Promise.all(
    clients.map(async (client) => {
      while (next++ < count) await writeOnce(client, template)
    }),
  )
  const seconds = (performance.now() - began) / 1_000
  await Promise.all(clients.map((client) => client.end()))
  return count / seconds
}

async function openClient(server: Address): Promise<pg.Client> {
  const client = new pg.Client({ ...server, pipeline: true } as pg.ClientConfig) // newer than pg's types
  await client.connect()
  inOnePacket(client) // as the server's own connections do
  return client
}

async function writeOnce(client: pg.Client, { tenant, rows, own, updates }: Template): Promise<void> {
  const fresh = renewed(own)
  await Promise.all([
    client.query('begin'),
    client.query({ name: 'tenant', text: "select set_config('app.tenant', $1, true)", values: [tenant] }),
    ...updates.map((text, i) => client.query({ name: `u${i}`, text, values: [tenant] })),
    ...rows.map(({ table, columns, values }) =>
      client.query({
        name: `${table} ${columns.length}`.slice(0, 60),
        text: `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
        values: values.map((value, i) => freshValue({ table, column: columns[i]!, value }, fresh)),
      }),
    ),
    client.query('commit'),
  ])
}

type Fresh = { text: (value: string) => string; word: string }

function renewed(own: readonly string[]): Fresh {
  const ids = new Map(own.map((id) => [id, randomUUID()]))
  const all = new RegExp(own.join('|'), 'g')
  return { text: (value) => value.replace(all, (id) => ids.get(id)!), word: randomBytes(8).toString('hex') }
}

let number = 1_000_000_000

// What must be unique in a tenant is made so: an address, a number, a hash, a name of a mail.
function freshValue(
  { table, column, value }: { table: string; column: string; value: string | null },
  fresh: Fresh,
): string | null {
  if (value === null) return null
  if (table === 'cases."case"' && column === 'number') return String(number++)
  if (column === 'hash' && table !== 'base.file') return `\\x${randomBytes(32).toString('hex')}`
  if (column === 'normalised') return `${fresh.word}@${value.split('@')[1]}`
  if (column === 'message_id' || column === 'reply_token') return `${fresh.word}.${value}`.slice(0, 300)
  return fresh.text(value)
}
