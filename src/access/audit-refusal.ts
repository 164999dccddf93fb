// What the public doors refuse (widget, form, the customer's page) leaves a line in the audit trail: one per address, code and minute, with
// a count, and for at most so many addresses a minute, so that a flood floods neither the trail nor the database. The first refusal of a
// minute is written before it is answered; those that follow are gathered and counted onto the same line once a second.
import type { Database } from '#base/database'
import type { TenantId } from '#base/contract'
import { newId } from '#base/id'
import { log } from '#base/log'
import { Refused } from '#base/refusal'
import { inWork, system, type Open } from '#base/work'
import { network } from './rules/address.ts'
import * as store from './store/refusal.ts'

export type PublicRefusal = {
  tenant: TenantId
  door: 'widget' | 'form' | 'page'
  code: string
  about?: string | undefined // the widget, form or link it was refused at: an id of ours, never a secret
  address: string // as the request gives it
  details?: object // of the first of the minute; bounded by who gives them, and without secrets
}

const MOST_ADDRESSES = 100 // lines a minute for one code of one house; the rest share a line without an address
const GATHER_MILLISECONDS = 1_000

type Book = { minute: string; lines: Map<string, store.RefusalLine & { tenant: TenantId; waiting: number }>; addresses: Map<string, number>; timer: NodeJS.Timeout | undefined } // prettier-ignore
const books = new WeakMap<Database, Book>()

/** Writes the line down, or counts it; never throws: the refusal itself must reach whoever was refused. */
export async function auditRefusal(open: Open, refused: PublicRefusal): Promise<void> {
  const now = open.clock.now()
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const book = await bookOf(open, minute)
  const { key, address } = placeIn(book, refused)
  const line = book.lines.get(key)
  if (line) {
    line.waiting += 1
    line.last_at = now
    book.timer ??= setTimeout(() => void settleRefusals(open), GATHER_MILLISECONDS).unref()
    return
  }
  const { tenant, door, code, about = '', details = {} } = refused
  const fresh = {
    id: newId(now),
    minute,
    door,
    code,
    about,
    address,
    count: 1,
    at: now,
    last_at: now,
    details,
    tenant,
    waiting: 1,
  }
  book.lines.set(key, fresh)
  await write(open, fresh)
}

/** Everything gathered so far is on the trail when this is done: before the house closes, and in tests. */
export async function settleRefusals(open: Open): Promise<void> {
  const book = books.get(open.database)
  if (!book) return
  clearTimeout(book.timer)
  book.timer = undefined
  for (const line of book.lines.values()) if (line.waiting > 0) await write(open, line)
}

/** Runs what may be refused; what is refused leaves its line before it is thrown on. */
export async function withRefusalsAudited<Result>(
  open: Open,
  from: Omit<PublicRefusal, 'code'>,
  body: () => Promise<Result>,
): Promise<Result> {
  try {
    return await body()
  } catch (error) {
    if (error instanceof Refused) await auditRefusal(open, { ...from, code: error.refusal.code })
    throw error
  }
}

async function bookOf(open: Open, minute: Temporal.Instant): Promise<Book> {
  const book = books.get(open.database)
  if (book?.minute === String(minute)) return book
  const fresh: Book = { minute: String(minute), lines: new Map(), addresses: new Map(), timer: undefined }
  const settled = settleRefusals(open) // begins with the book of the minute before, which nobody adds to any more
  books.set(open.database, fresh)
  await settled
  return fresh
}

function placeIn(book: Book, { tenant, code, about = '', address }: PublicRefusal): { key: string; address: string } {
  const from = network(address).slice(0, 100)
  const key = `${tenant} ${code} ${about} ${from}`
  if (book.lines.has(key)) return { key, address: from }
  const known = book.addresses.get(`${tenant} ${code}`) ?? 0
  if (known >= MOST_ADDRESSES) return { key: `${tenant} ${code} ${about} `, address: '' }
  book.addresses.set(`${tenant} ${code}`, known + 1)
  return { key, address: from }
}

async function write(open: Open, line: store.RefusalLine & { tenant: TenantId; waiting: number }): Promise<void> {
  const count = line.waiting
  line.waiting = 0
  await inWork(open, { tenant: line.tenant, actor: system('door') }, (work) =>
    store.countRefusal(work.sql, work, { ...line, count }),
  ).catch((error: Error) => log.error({ error, code: line.code, count }, 'a refusal could not be written on the trail'))
}
