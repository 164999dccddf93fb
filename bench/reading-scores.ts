/**
 * How well mail is read, measured on a folder of corpora given as the only argument (none of it is ours to ship):
 *   node bench/reading-scores.ts FOLDER [--json]
 * Prints per corpus: files, crashes, expectations met, and each miss. Corpora that are absent are left out.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cleanHtml } from '../src/channels/email/reading/html/clean-html.ts'
import { readMail } from '../src/channels/email/reading/read.ts'
import type { ReadMail } from '../src/channels/email/reading/shapes.ts'

type Score = { corpus: string; files: number; crashes: number; expectations: number; met: number; misses: string[] }

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('Name the folder of corpora: node bench/reading-scores.ts FOLDER\n')
  process.exit(2)
}

function newScore(corpus: string): Score {
  return { corpus, files: 0, crashes: 0, expectations: 0, met: 0, misses: [] }
}

function expect(score: Score, met: boolean, miss: string): void {
  score.expectations++
  if (met) score.met++
  else score.misses.push(miss)
}

function load(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

async function read(score: Score, name: string, bytes: Uint8Array): Promise<ReadMail | null> {
  score.files++
  try {
    return await readMail(bytes)
  } catch (error) {
    score.crashes++
    score.misses.push(`${name}: ${String(error)}`)
    return null
  }
}

async function scoreMails(root: string): Promise<Score> {
  const score = newScore('mail')
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile())
  for (const path of paths.toSorted()) {
    const mail = await read(score, path, readFileSync(join(root, path)))
    if (mail)
      expect(
        score,
        !/\ufffd/.test(`${mail.subject}${mail.from?.name ?? ''}${mail.text}`),
        `${path}: letters that could not be decoded`,
      )
  }
  return score
}

type BounceCase = { failed_recipients: string[]; temporary_recipients: string[]; detectors: string[] }

async function scoreBounces(root: string): Promise<Score> {
  const score = newScore('bounces')
  // Trusted: the corpus describes itself in this shape.
  const { cases } = load(join(root, 'expected.json')) as { cases: Record<string, BounceCase> }
  for (const [name, wanted] of Object.entries(cases)) {
    const mail = await read(score, name, readFileSync(join(root, 'data', name)))
    if (!mail) continue
    const recipients = mail.bounce?.recipients ?? []
    const got = (permanent: boolean): string =>
      key(recipients.filter((one) => (one.permanent !== false) === permanent).map((one) => one.address))
    const right = got(true) === key(wanted.failed_recipients) && got(false) === key(wanted.temporary_recipients)
    const want = `failed ${key(wanted.failed_recipients)} late ${key(wanted.temporary_recipients)}`
    expect(score, right, `${name}: got failed ${got(true)} late ${got(false)}, wanted ${want} (${mail.kind})`)
  }
  return score
}

function key(addresses: string[]): string {
  return `[${[...new Set(addresses.map((address) => address.toLowerCase()))].toSorted().join(' ')}]`
}

type HeaderCase = { name: string; headers: string[]; is_automatic: boolean; kind: string; may_send_auto_ack: boolean }

const KINDS: Record<string, ReadMail['kind'][]> = {
  human: ['message'],
  'human-or-system': ['message'],
  list: ['list'],
  bulk: ['list'],
  'newsletter-or-transactional': ['list'],
  'auto-reply': ['auto-reply'],
  'auto-generated': ['auto-reply'],
  'out-of-office': ['auto-reply'],
  loop: ['auto-reply'],
  'own-notification': ['auto-reply'],
  bounce: ['bounce'],
  'bounce-or-auto': ['bounce', 'auto-reply'],
  'abuse-report': ['report'],
  'read-receipt': ['report'],
}

async function scoreHeaders(path: string): Promise<Score> {
  const score = newScore('automatic mail by headers')
  const { cases } = load(path) as { cases: HeaderCase[] } // trusted: the corpus describes itself in this shape
  for (const wanted of cases) {
    const raw = Buffer.from(`${wanted.headers.join('\r\n').replaceAll('OUR-FQDN', 'guichet.example.com')}\r\n\r\nBonjour\r\n`)
    score.files++
    const mail = await readMail(raw, { own_hosts: ['guichet.example.com'] })
    expect(score, mail.automatic.is_automatic === wanted.is_automatic, `${wanted.name}: automatic ${mail.automatic.is_automatic}`)
    expect(
      score,
      mail.automatic.may_acknowledge === wanted.may_send_auto_ack,
      `${wanted.name}: may acknowledge ${mail.automatic.may_acknowledge}`,
    )
    expect(score, KINDS[wanted.kind]?.includes(mail.kind) ?? true, `${wanted.name}: ${mail.kind}, wanted ${wanted.kind}`)
  }
  return score
}

type Assertion = {
  visible_reply?: string
  fragment?: number
  on?: string
  equals?: string
  equals_trimmed?: string
  hidden?: boolean | boolean[]
}
type ReplyCase = { fixtures: string[]; assertions: Assertion[]; source: string | null }

/** Only what speaks of the visible text can be compared: how a reply is divided into fragments is each program's own affair. */
async function scoreReplies(root: string, fixtures: string): Promise<Score> {
  const score = newScore(`replies ${root.split('/').at(-1) ?? ''}`)
  const { cases } = load(join(root, 'expected.json')) as { cases: Record<string, ReplyCase> } // trusted, as above
  for (const [name, { fixtures: files, assertions, source }] of Object.entries(cases)) {
    for (const file of files) {
      const body = readFileSync(join(root, fixtures, file))
      const mail = await read(score, file, Buffer.concat([Buffer.from('Content-Type: text/plain; charset=utf-8\n\n'), body]))
      if (!mail) continue
      const visible = mail.visible_text
      const wanted = wantedTexts(assertions, source)
      // A case with several fixtures holds one text for each, without saying which; "[DATE]" is a template, not a mail.
      if (wanted.length === 0 || body.includes('[DATE]')) continue
      expect(
        score,
        wanted.some((one) => same(visible, one)),
        `${name} (${file}): ends ${JSON.stringify(visible.slice(-200))}`,
      )
    }
  }
  return score
}

function wantedTexts(assertions: Assertion[], source: string | null): string[] {
  const wanted = assertions.map(
    (one) =>
      one.visible_reply ??
      (one.fragment === 0 ? one.equals_trimmed : undefined) ??
      (/parseReply|fragments\[0\]/.test(one.on ?? '') ? one.equals : undefined),
  )
  const written = /assertEquals\(\s*"((?:[^"\\]|\\.)*)",\s*EmailReplyParser::parseReply/
    .exec(source ?? '')?.[1]
    ?.replaceAll('\\n', '\n')
  return [...wanted, written].filter((text) => text !== undefined)
}

function same(got: string, wanted: string): boolean {
  const flat = (text: string): string =>
    text
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{2,}/g, '\n')
      .trim()
  return flat(got) === flat(wanted)
}

async function scoreThreads(path: string): Promise<Score> {
  const score = newScore('threading')
  if (!existsSync(path)) return score
  score.files++
  const mail = await readMail(Buffer.from('References: <ref1> <ref2> <ref1>\nIn-Reply-To: <reply>\n\nx'))
  expect(score, mail.references.join(' ') === 'ref1 ref2 reply', `duplicate references: ${mail.references.join(' ')}`)
  const bare = await readMail(Buffer.from('Subject: no id\n\nx'))
  expect(score, bare.message_id === null, 'a mail without Message-ID is read')
  const deep = await readMail(Buffer.from(`References: ${Array.from({ length: 50_000 }, (_, i) => `<${i}@x>`).join('\n ')}\n\nx`))
  expect(score, deep.references.length > 0 && deep.truncated.includes('references'), '50,000 references are bounded and said')
  return score
}

function scoreHtml(path: string): Score {
  const score = newScore('html')
  const { cases } = load(path) as { cases: { title?: string; payload: string }[] } // trusted, as above
  for (const { title, payload } of cases) {
    score.files++
    const name = (title ?? payload).slice(0, 70)
    try {
      const { html } = cleanHtml(payload)
      expect(score, cleanHtml(html).html === html, `${name}: not the same when cleaned twice`)
      expect(score, isHarmless(html), `${name}: ${html.slice(0, 120)}`)
    } catch (error) {
      score.crashes++
      score.misses.push(`${name}: ${String(error)}`)
    }
  }
  return score
}

function isHarmless(html: string): boolean {
  const markup = `>${html}`.replace(/ (title|alt)="[^"]*"/g, '').replace(/>[^<]*/g, '>')
  return !/<(script|style|svg|math|form|input|iframe|object|embed|link|meta|base)|\son\w+=|\s(id|name|srcdoc)=|(href|src)="(javascript|vbscript)|url\(/i.test(
    markup,
  )
}

async function scoreAll(root: string): Promise<Score[]> {
  const scores: Score[] = []
  const at = (...path: string[]): string => join(root, ...path)
  if (existsSync(at('mail'))) scores.push(await scoreMails(at('mail')))
  if (existsSync(at('bounces/flufl-bounce'))) scores.push(await scoreBounces(at('bounces/flufl-bounce')))
  if (existsSync(at('bounces/autoreply_header_cases.json')))
    scores.push(await scoreHeaders(at('bounces/autoreply_header_cases.json')))
  if (existsSync(at('reply/github-email_reply_parser')))
    scores.push(await scoreReplies(at('reply/github-email_reply_parser'), '.'))
  if (existsSync(at('reply/willdurand-EmailReplyParser')))
    scores.push(await scoreReplies(at('reply/willdurand-EmailReplyParser'), 'Fixtures'))
  if (existsSync(at('threading'))) scores.push(await scoreThreads(at('threading/jwz_unit_cases.json')))
  if (existsSync(at('html/dompurify_expected.json'))) scores.push(scoreHtml(at('html/dompurify_expected.json')))
  return scores
}

const scores = await scoreAll(folder)
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(scores, null, 2)}\n`)
else {
  for (const { corpus, files, crashes, expectations, met, misses } of scores) {
    process.stdout.write(`${corpus}: ${files} files, ${crashes} crashes, ${met} of ${expectations} expectations met\n`)
    for (const miss of misses) process.stdout.write(`  - ${miss}\n`)
  }
}
