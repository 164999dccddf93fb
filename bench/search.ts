// Finding by words among 100,000 and 1,000,000 letters, beside other tenants: what people type, and how long they wait.
// node bench/search.ts [--documents 1000000] [--keep FOLDER]: a cluster of its own in a temporary folder, loaded, asked, thrown away.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { TenantId } from '#base/contract'
import { handClock } from '#base/clock'
import { openDatabase, type Address } from '#base/database'
import { newId } from '#base/id'
import { migrate } from '#base/migrate'
import { startPostgres } from '#base/postgres/start'
import { inWork, system, type Open } from '#base/work'
import { find, match, put } from '#search'
import type { Question } from '#search/contract'
import { letter, letters, type Letter } from './corpus.ts'
import { chance } from './corpus/chance.ts'

const END = Temporal.Instant.from('2026-11-20T09:00:00Z')
const BIG = '018f0000-0000-7000-8000-000000000001' as TenantId // made up here, once for all runs
const tenantOf = (n: number): TenantId => `018f0000-0000-7000-8000-0000000${10_000 + n}` as TenantId
const TENANTS = 100
const EACH = 500

type Load = { open: Open; owner: Address; documents: number }
const documentOf = (each: Letter) => ({
  kind: 'case' as const,
  id: newId<'document'>(END.subtract({ seconds: each.age_seconds })),
  title: `${each.number} ${each.title} ${each.name} ${each.email}`,
  text: each.text,
  at: END.subtract({ seconds: each.age_seconds }),
})

async function load({ open, owner, documents }: Load): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('drop index search.document_words, search.word_near') // made at the end, in one go
  for (let n = 0; n < TENANTS; n++) await putAll(open, { tenant: tenantOf(n), from: letters({ count: EACH, seed: n + 2 }) })
  const say = (done: number) => done % 50_000 === 0 && process.stderr.write(`${done} of ${documents} letters put\n`)
  await putAll(open, { tenant: BIG, from: letters({ count: documents }), say })
  await client.query(`set maintenance_work_mem = '1GB'`)
  await client.query(
    'create index document_words on search.document using gin (vector) with (fastupdate = on, gin_pending_list_limit = 256)',
  )
  await client.query(
    'create index word_near on search.word using gin (near) with (fastupdate = on, gin_pending_list_limit = 256)',
  )
  await client.query('vacuum analyze')
  await client.end()
}

type Putting = { tenant: TenantId; from: Iterable<Letter>; say?: (done: number) => unknown }
async function putAll(open: Open, { tenant, from, say = () => {} }: Putting): Promise<void> {
  let batch: Letter[] = []
  let done = 0
  const flush = async (): Promise<void> => {
    const documents = batch.map(documentOf)
    batch = []
    await inWork(open, { tenant, actor: system('bench') }, (work) => put(work, documents))
    say((done += documents.length))
  }
  for (const each of from) if (batch.push(each) === 500) await flush()
  await flush()
}

// What people type, taken from letters that are there.
type Kind = { name: string; ask: (one: Letter, other: Letter) => Partial<Question> & { words: string } }
const last = (one: Letter): string => one.name.split(' ').at(-1)!
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')
const swap = (word: string): string => word.slice(0, 2) + word[3] + word[2] + word.slice(4)
const textWords = (one: Letter): string[] => one.text.split(' ').filter((word) => /^\p{Ll}{5,}$/u.test(word))
const kinds: Kind[] = [
  { name: 'a surname', ask: (one) => ({ words: `${last(one)} ` }) },
  { name: 'a name, first and last', ask: (one) => ({ words: `${one.name} ` }) },
  { name: 'a very common word', ask: (one) => ({ words: one.language === 'fr' ? 'commande ' : 'order ' }) },
  { name: 'two common words', ask: (one) => ({ words: `${textWords(one).slice(0, 2).join(' ')} ` }) },
  { name: 'four words', ask: (one) => ({ words: `${textWords(one).slice(0, 4).join(' ')} ` }) },
  { name: 'common words never together', ask: (one, other) => ({ words: `${textWords(one)[0]} ${textWords(other)[0]} ${textWords(other)[3]} ` }) },
  { name: 'a word and a name, no accents', ask: (one) => ({ words: plain(`${textWords(one)[0]} ${last(one)} `).toLowerCase() }) },
  { name: 'a typo in a common word', ask: (one) => ({ words: `${swap(textWords(one)[0]!)} ` }) },
  { name: 'a typo in a name', ask: (one) => ({ words: `${swap(last(one))} ${textWords(one)[0]} ` }) },
  { name: 'typing: 1 letter', ask: (one) => ({ words: textWords(one)[0]!.slice(0, 1) }) },
  { name: 'typing: 2 letters', ask: (one) => ({ words: textWords(one)[0]!.slice(0, 2) }) },
  { name: 'typing: 3 letters', ask: (one) => ({ words: textWords(one)[0]!.slice(0, 3) }) },
  { name: 'typing: a word and 3 letters', ask: (one) => ({ words: `${textWords(one)[0]} ${last(one).slice(0, 3)}` }) },
  { name: 'typing: a word and a letter', ask: (one) => ({ words: `${textWords(one)[0]} ${last(one).slice(0, 1)}` }) },
  { name: 'a case number', ask: (one) => ({ words: one.number }) },
  { name: 'an email address', ask: (one) => ({ words: one.email }) },
  { name: 'a telephone number', ask: (one) => ({ words: one.phone }) },
  { name: 'a phrase', ask: (one) => ({ words: `"${one.text.split(' ').slice(6, 10).join(' ')}"` }) },
  { name: 'a phrase that stands nowhere', ask: (one, other) => ({ words: `"${textWords(one)[0]} ${textWords(other)[0]}"` }) },
  { name: 'a sentence', ask: (one, other) => ({ words: `${one.text.split(' ').slice(3, 9).join(' ')} ${other.text.split(' ').slice(5, 9).join(' ')} ` }) },
  { name: 'nothing like it', ask: (one) => ({ words: `${last(one)}xqzk zzyzx ` }) },
  { name: 'two hundred for a list, a common word', ask: (one) => ({ words: `${textWords(one)[0]} `, order: 'latest', limit: 200 }) },
  { name: 'latest first, a common word', ask: (one) => ({ words: `${textWords(one)[0]} `, order: 'latest' }) },
] // prettier-ignore

type Figure = { kind: string; asked: number; found: number; p50_ms: number; p95_ms: number; max_ms: number }

async function ask(open: Open, as: { tenant: TenantId; count: number; seed: number }, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, ask: askOf } of kinds) {
    const times: number[] = []
    let found = 0
    for (let round = -3; round < rounds; round++) {
      const luck = chance(99 + round)
      const pick = (): Letter => {
        const i = luck.below(as.count)
        return letter(chance(as.seed * 1_000_003 + i), { i, count: as.count })
      }
      const question = { limit: 20, ...askOf(pick(), pick()) }
      const start = performance.now()
      const hits = await inWork(open, { tenant: as.tenant, actor: system('bench') }, (work) =>
        question.limit > 20 ? match(work, question) : find(work, question),
      )
      if (round < 0) continue
      times.push(performance.now() - start)
      if (hits.length > 0) found++
    }
    times.sort((a, b) => a - b)
    const at = (q: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * q))]! * 10) / 10
    figures.push({ kind: name, asked: rounds, found, p50_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) })
  }
  return figures
}

// Put one at a time, beside what is there: what a message costs to make findable.
async function write(open: Open, count: number): Promise<Figure> {
  const times: number[] = []
  for (const each of letters({ count, seed: 7_777 })) {
    const start = performance.now()
    await inWork(open, { tenant: BIG, actor: system('bench') }, (work) => put(work, documentOf({ ...each, age_seconds: 0 })))
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (q: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * q))]! * 10) / 10
  return { kind: 'put one letter', asked: count, found: count, p50_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) }
}

type Result = { documents: number; load_seconds: number; figures: Figure[]; small: Figure[]; written: Figure }

export async function benchSearch({ documents, keep }: { documents: number; keep?: string | undefined }): Promise<Result> {
  const directory = keep ?? (await mkdtemp(path.join(tmpdir(), 'guichet-bench-')))
  const loaded = existsSync(path.join(directory, 'cluster'))
  const postgres = await startPostgres({ directory, settings: { fsync: 'off', synchronous_commit: 'off' } })
  const owner = postgres.address('guichet')
  if (!loaded) await migrate(owner)
  const database = openDatabase({
    owner,
    server: postgres.address('guichet_server'),
    dispatcher: postgres.address('guichet_dispatcher'),
  })
  const open = { database, clock: handClock(END.toString()) }
  try {
    const start = performance.now()
    if (!loaded) await load({ open, owner, documents })
    const load_seconds = Math.round((performance.now() - start) / 1000)
    const figures = await ask(open, { tenant: BIG, count: documents, seed: 1 }, 60)
    const small = await ask(open, { tenant: tenantOf(3), count: EACH, seed: 5 }, 20)
    return { documents, load_seconds, figures, small, written: await write(open, 300) }
  } finally {
    await database.close()
    await postgres.stop()
    if (!keep) await rm(directory, { recursive: true, force: true })
  }
}

function asTable({ documents, figures, written, small }: Result): string {
  const worst = Math.max(...small.map((figure) => figure.p95_ms))
  const rows = [...figures, written].map(
    (f) => `| ${f.kind} | ${f.p50_ms} | ${f.p95_ms} | ${f.max_ms} | ${f.found} of ${f.asked} |`,
  )
  return `${documents} letters of one tenant, ${TENANTS} other tenants of ${EACH}; the worst p95 of a small one: ${worst} ms\n
| what is typed | p50 ms | p95 ms | worst ms | found something |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '100000' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const result = await benchSearch({ documents: Number(values.documents), keep: values.keep })
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 1)}\n` : asTable(result))
}
