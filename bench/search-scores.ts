// How well questions of one meaning find each other: each line of a CSV (utterance,intent) is put, then asked as it stands, without
// accents, in capitals and with a typo in its longest word. Scores on standard output, in Markdown. node bench/search-scores.ts FILE.csv
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TenantId } from '#base/contract'
import { handClock } from '#base/clock'
import { openDatabase } from '#base/database'
import { newId } from '#base/id'
import { migrate } from '#base/migrate'
import { startPostgres } from '#base/postgres/start'
import { inWork, system, type Open } from '#base/work'
import { find, put, remove } from '#search'
import type { Hit } from '#search/contract'

type Line = { id: string; text: string; intent: string }
const tenant = '018f0000-0000-7000-8000-000000000001' as TenantId // made up here, for one run
const now = Temporal.Instant.from('2026-11-20T09:00:00Z')
const as = { tenant, actor: system('bench') }

const readLines = (csv: string): Line[] =>
  [...csv.matchAll(/^(?:"((?:[^"]|"")*)"|([^,\n]*)),(.*)$/gm)].slice(1).map(([, inQuotes, bare, intent]) => ({
    id: newId(now),
    text: (inQuotes ?? bare ?? '').replaceAll('""', '"'),
    intent: intent!.trim(),
  }))

const longest = (text: string): string => (text.match(/\p{L}{6,}/gu) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? ''
const mistyped = (text: string, change: (word: string) => string): string => text.replace(longest(text), change)
const askings: [name: string, change: (text: string) => string][] = [
  ['as it stands', (text) => text],
  ['without accents', (text) => text.normalize('NFKD').replace(/\p{M}/gu, '')],
  ['in capitals', (text) => text.toUpperCase()],
  ['a letter missing in the longest word', (text) => mistyped(text, (word) => word.slice(0, 3) + word.slice(4))],
  ['two letters swapped in it', (text) => mistyped(text, (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4))],
  ['a letter wrong in it', (text) => mistyped(text, (word) => `${word.slice(0, 3)}k${word.slice(4)}`)],
]

// What is found when the very line that is asked was never put.
async function withoutIt(open: Open, { id }: Line, words: string): Promise<Hit[]> {
  let hits: Hit[] = []
  const undone = inWork(open, as, async (work) => {
    await remove(work, { kind: 'case', id })
    hits = await find(work, { words, limit: 20 })
    throw new Error('back as it was')
  })
  await undone.catch((error: Error) => {
    if (error.message !== 'back as it was') throw error
  })
  return hits
}

async function score(open: Open, lines: readonly Line[], change: (text: string) => string): Promise<string> {
  const intents = new Map(lines.map((line) => [line.id, line.intent]))
  let [itself, first, five, reciprocal] = [0, 0, 0, 0]
  for (const line of lines) {
    const words = `${change(line.text).replaceAll('"', ' ')} `
    const hits = await inWork(open, as, (work) => find(work, { words, limit: 20 }))
    if (hits[0]?.id === line.id) itself++
    const others = await withoutIt(open, line, words)
    const rank = others.findIndex((hit) => intents.get(hit.id) === line.intent)
    if (rank === 0) first++
    if (rank >= 0 && rank < 5) five++
    if (rank >= 0) reciprocal += 1 / (rank + 1)
  }
  const part = (n: number): string => (n / lines.length).toFixed(3)
  return [part(itself), part(first), part(five), part(reciprocal)].join(' | ')
}

const lines = readLines(await readFile(process.argv[2]!, 'utf8'))
const directory = await mkdtemp(path.join(tmpdir(), 'guichet-scores-'))
const postgres = await startPostgres({ directory, settings: { fsync: 'off' } })
await migrate(postgres.address('guichet'))
const database = openDatabase({
  owner: postgres.address('guichet'),
  server: postgres.address('guichet_server'),
  dispatcher: postgres.address('guichet_dispatcher'),
})
const open = { database, clock: handClock(now.toString()) }
await inWork(open, as, (work) =>
  put(
    work,
    lines.map(({ id, text }) => ({ kind: 'case' as const, id, title: '', text, at: now })),
  ),
)
console.log(
  `${lines.length} questions, ${new Set(lines.map((line) => line.intent)).size} meanings\n\n| asked | itself first | same meaning first | same meaning among five | mean reciprocal rank |\n|---|---|---|---|---|`,
)
for (const [name, change] of askings) console.log(`| ${name} | ${await score(open, lines, change)} |`)
await database.close()
await postgres.stop()
await rm(directory, { recursive: true, force: true })
