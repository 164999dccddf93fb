// The books, read by the owner of the database himself, past every rule of the program: what is held, filed, owned, sent.
import assert from 'node:assert/strict'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '#base/postgres/start'
import type { FakeRelay } from '../world/relay.ts'
import type { Guichet } from '../world/guichet.ts'

export type Books = {
  one: (sql: string, values?: unknown[]) => Promise<number>
  rows: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>
}

/** Opens the books of a house; whoever reads them keeps PostgreSQL running meanwhile. */
export async function withBooks<Result>(folder: string, body: (books: Books) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgres({ directory: path.join(folder, 'postgres') })
  const client = new pg.Client(postgres.address('guichet'))
  client.on('error', () => {}) // told by the question under way
  try {
    await client.connect()
    const rows: Books['rows'] = async (sql, values) => (await client.query(sql, values)).rows
    const one: Books['one'] = async (sql, values) =>
      Number(Object.values((await rows<Record<string, unknown>>(sql, values))[0] ?? {})[0])
    return await body({ one, rows })
  } finally {
    await client.end().catch(() => {})
    await postgres.stop()
  }
}

const unsettled = `select (select count(*) from channels.receipt where filed_at is null and tray_at is null)
  + (select count(*) from cases.interaction where state in ('queued', 'leaving'))`

/** Waits until every mail kept is filed or in the tray and every answer has come to an end. */
export async function settled(guichet: Guichet, seconds = 300): Promise<void> {
  const deadline = performance.now() + seconds * 1_000
  let left = -1
  for (let quiet = 0; quiet < 2; await pause(200)) {
    left = await withBooks(guichet.folder, ({ one }) => one(unsettled)).catch(() => -1)
    quiet = left === 0 ? quiet + 1 : 0
    if (performance.now() > deadline) assert.fail(`after ${seconds} s ${left} mails or answers have not come to an end`)
  }
}

/** Waits until every one of these mails has come in, by whatever door; those of a mailbox come by themselves. */
export async function arrived(guichet: Guichet, sent: readonly string[], seconds = 300): Promise<void> {
  const deadline = performance.now() + seconds * 1_000
  const count = (): Promise<number> =>
    withBooks(guichet.folder, ({ one }) =>
      one(`select count(distinct subject) from cases.interaction where direction = 'in' and subject = any($1)`, [sent]),
    )
  for (let held = 0; held < sent.length; await pause(300)) {
    held = await count().catch(() => 0)
    if (performance.now() > deadline) return // what is missing is told by name when the books are looked at
  }
  await settled(guichet)
}

const orphans = `select count(*) from cases."case" c where c.closed_at is null and 1 <> (
  select count(*) from cases.ownership o join staff.person p on p.tenant_id = o.tenant_id and p.id = o.person_id and p.left_at is null
  where o.tenant_id = c.tenant_id and o.case_id = c.id and o.until is null)`

export type Found = {
  received: number
  filed: number
  in_tray: number
  again: number
  uncertain: number
  handed_over: number
  failed: number
}

/** What must hold after every fault; `sent` are the subjects somebody was told 250 for, or that lay in a mailbox. */
export async function holds(guichet: Guichet, sent: readonly string[], relay?: FakeRelay): Promise<Found> {
  const found = await withBooks(guichet.folder, async (books) => {
    await eachOnce(books, sent)
    assert.equal(await books.one(orphans), 0, 'open cases without exactly one owner who is here')
    assert.equal(await books.one(`select count(*) from base.parked`), 0, 'events were parked')
    assert.equal(await books.one(`select count(*) from base.job where parked_at is not null`), 0, 'jobs were parked')
    if (relay) await atMostOnce(books, relay)
    const [row] = await books.rows<
      Record<keyof Found, string>
    >(`select count(*) as received, count(filed_at) as filed, count(tray_at) as in_tray,
      count(*) filter (where again) as again, (select count(*) from cases.interaction where state = 'uncertain') as uncertain,
      (select count(*) from cases.interaction where state = 'handed_over') as handed_over,
      (select count(*) from cases.interaction where state = 'failed') as failed from channels.receipt`)
    return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)])) as Found // the columns named above
  })
  assert.equal(found.received, found.filed + found.in_tray, 'received = filed + in the tray')
  const doctor = await guichet.run(['doctor', '--json'])
  const { checks } = JSON.parse(doctor.out) as { checks: { name: string; status: string; detail: string }[] }
  for (const { name, status, detail } of checks)
    if (!MAY_COMPLAIN.has(name)) assert.equal(status, 'ok', `doctor: ${name}: ${detail}`)
  return found
}

const MAY_COMPLAIN = new Set(['sign-in', 'disk', 'tray']) // plain http, and whatever else this machine keeps on its disk

async function eachOnce(books: Books, sent: readonly string[]): Promise<void> {
  const rows = await books.rows<{ subject: string; count: string }>(
    `select subject, count(*) from cases.interaction where direction = 'in' group by subject`,
  )
  const held = new Map(rows.map(({ subject, count }) => [subject, Number(count)]))
  const lost = sent.filter((subject) => !held.has(subject))
  const twice = sent.filter((subject) => (held.get(subject) ?? 0) > 1)
  const tray = await books.rows(`select tray_why, tray_detail from channels.receipt where tray_at is not null limit 5`)
  assert.deepEqual({ lost, twice }, { lost: [], twice: [] }, `sent = held, and none twice; in the tray: ${JSON.stringify(tray)}`)
}

// What the relay has seen against what we say of it: handed over once, or uncertain and at most once.
async function atMostOnce(books: Books, relay: FakeRelay): Promise<void> {
  const came = new Map<string, number>()
  for (const { text } of relay.mails) {
    const id = /^Message-ID: <(.*)>/im.exec(text)?.[1] ?? '?'
    came.set(id, (came.get(id) ?? 0) + 1)
  }
  const rows = await books.rows<{ message_id: string; state: string }>(`select s.message_id, i.state from channels.sent s
    join cases.interaction i on i.tenant_id = s.tenant_id and i.id = s.interaction_id`)
  const wrong = rows.filter(({ message_id, state }) => {
    const count = came.get(message_id) ?? 0
    return state === 'handed_over' ? count !== 1 : state === 'uncertain' ? count > 1 : count > 0
  })
  assert.deepEqual(wrong, [], 'handed over exactly once, or uncertain and at most once')
  const known = new Set(rows.map(({ message_id }) => message_id))
  assert.deepEqual(
    [...came.keys()].filter((id) => !known.has(id)),
    [],
    'the relay was given nothing that we do not know of',
  )
}
