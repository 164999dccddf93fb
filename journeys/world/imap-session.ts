// One client's session with the scripted IMAP server: its own view of a folder (sequence numbers), and what each command answers.
import { internalDate, listOf, names, quote, searchDay, textOf, within, type Word } from './imap-words.ts'
import { newFolder, putIn, takeFrom, type Folder, type HeldMessage, type Mutation } from './imap-mailbox.ts'
import type { Mischief } from './imap-faults.ts'

export type Account = { user: string; password?: string; tokens?: Set<string> }
export type Premises = {
  folders: Map<string, Folder>
  capabilities: Set<string>
  accounts: Account[]
  uidValidities: () => number
  changed: (mutation: Mutation) => void
}
export type Session = { user: string | null; folder: Folder | null; readOnly: boolean; view: number[] }
export type Asked = { verb: string; words: Word[]; line: string; mischief: Mischief[] }
export type Answer = { data: (string | Buffer)[]; status: string }

const ok = (text: string, data: (string | Buffer)[] = []): Answer => ({ data, status: `OK ${text}` })
const no = (text: string): Answer => ({ data: [], status: `NO ${text}` })
const bad = (text: string): Answer => ({ data: [], status: `BAD ${text}` })

type Command = (premises: Premises, session: Session, asked: Asked) => Answer

/** The untagged lines that bring a session's view up to date: EXPUNGE from the top down, then EXISTS (RFC 3501 §7.4.1, §7.3.1). */
export function news(session: Session): string[] {
  const { folder, view } = session
  if (!folder) return []
  const here = folder.messages.map((message) => message.uid)
  const held = new Set(here)
  const gone = view.flatMap((uid, index) => (held.has(uid) ? [] : [`* ${index + 1} EXPUNGE`])).reverse()
  const known = view.filter((uid) => held.has(uid))
  session.view = here
  return here.length === known.length ? gone : [...gone, `* ${here.length} EXISTS`]
}

const open: Command = (premises, session, { verb, words }) => {
  const folder = premises.folders.get(folderName(words[0]))
  session.folder = null
  if (!folder) return no('[NONEXISTENT] No such mailbox')
  session.folder = folder
  session.readOnly = verb === 'EXAMINE'
  session.view = folder.messages.map((message) => message.uid)
  return ok(session.readOnly ? '[READ-ONLY] Examined' : '[READ-WRITE] Selected', [
    '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
    `* OK [PERMANENTFLAGS (${session.readOnly ? '' : '\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*'})] Limited`,
    `* ${folder.messages.length} EXISTS`,
    '* 0 RECENT',
    `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
    `* OK [UIDNEXT ${folder.uidNext}] Predicted next UID`,
  ])
}

const folderName = (word: Word | undefined) => (/^inbox$/i.test(textOf(word)) ? 'INBOX' : textOf(word))

const list: Command = ({ folders }, _session, { verb, words }) => {
  const pattern = textOf(words[1])
  const name = (text: string) =>
    new RegExp(`^${RegExp.escape(pattern).replaceAll('\\*', '.*').replaceAll('%', '[^/]*')}$`, 'i').test(text)
  return ok(
    'Listed',
    [...folders.keys()].filter((folder) => name(folder)).map((folder) => `* ${verb} (\\HasNoChildren) "/" ${quote(folder)}`),
  )
}

const status: Command = ({ folders }, _session, { words }) => {
  const folder = folders.get(folderName(words[0]))
  if (!folder) return no('[NONEXISTENT] No such mailbox')
  const items = `MESSAGES ${folder.messages.length} UIDNEXT ${folder.uidNext} UIDVALIDITY ${folder.uidValidity}`
  return ok('Status', [`* STATUS ${quote(folder.name)} (${items})`])
}

const search: Command = (_premises, session, { verb, words }) => {
  const keys = [...words]
  if (textOf(keys[0]).toUpperCase() === 'CHARSET') keys.splice(0, 2)
  const found = session.folder?.messages.filter((message) => matchesAll(keys, message, session)) ?? []
  const numbers = found.map((message) => (verb.startsWith('UID') ? message.uid : session.view.indexOf(message.uid) + 1))
  return ok('Searched', [`* SEARCH ${numbers.join(' ')}`.trimEnd()])
}

function matchesAll(keys: readonly Word[], message: HeldMessage, session: Session): boolean {
  const left = [...keys]
  let matches = true
  while (left.length) matches = matchesNext(left, message, session) && matches
  return matches
}

function matchesNext(left: Word[], message: HeldMessage, session: Session): boolean {
  const key = left.shift()
  if (Array.isArray(key)) return matchesAll(key, message, session)
  const value = () => textOf(left.shift())
  switch (textOf(key).toUpperCase()) {
    case 'ALL': return true
    case 'UID': return names(value(), session.view.at(-1) ?? 0)(message.uid)
    case 'SEEN': return message.flags.has('\\Seen')
    case 'UNSEEN': return !message.flags.has('\\Seen')
    case 'DELETED': return message.flags.has('\\Deleted')
    case 'UNDELETED': return !message.flags.has('\\Deleted')
    case 'SINCE': return Temporal.Instant.compare(message.internalDate, searchDay(value())) >= 0
    case 'SENTSINCE': return sentSince(message, searchDay(value()))
    case 'NOT': return !matchesNext(left, message, session)
    case 'OR': { const one = matchesNext(left, message, session); return matchesNext(left, message, session) || one }
    default: return within(textOf(key), session.view.map((_, index) => index + 1)).includes(session.view.indexOf(message.uid) + 1)
  }
} // prettier-ignore

function sentSince({ raw }: HeldMessage, day: Temporal.Instant): boolean {
  const sent = Date.parse(/^date:\s*(.+)$/im.exec(raw.toString('latin1', 0, 4096))?.[1] ?? '')
  return Number.isFinite(sent) && sent >= day.epochMilliseconds
}

function named(session: Session, asked: Asked): HeldMessage[] {
  const set = textOf(asked.words[0])
  const uids = asked.verb.startsWith('UID')
    ? within(set, session.view)
    : within(
        set,
        session.view.map((_, index) => index + 1),
      ).map((number) => session.view[number - 1] ?? 0)
  return session.folder?.messages.filter((message) => uids.includes(message.uid)) ?? []
}

const fetch: Command = (premises, session, asked) => {
  const items = listOf(asked.words[1]).map((word) => textOf(word).toUpperCase())
  const off = asked.mischief.find((one) => one.kind === 'literal size')?.by ?? 0
  const data = named(session, asked).map((message) => {
    const all = asked.verb.startsWith('UID') && !items.includes('UID') ? ['UID', ...items] : items
    if (all.some((item) => item.startsWith('BODY[') || item === 'RFC822')) mark(premises, session, { asked, message })
    const said = all.map((item) => fetched(item, message, off))
    const line = [
      Buffer.from(`* ${session.view.indexOf(message.uid) + 1} FETCH (`),
      ...said.flatMap((part, at) => [Buffer.from(at ? ' ' : ''), part]),
    ]
    return Buffer.concat([...line, Buffer.from(')')])
  })
  return ok('Fetched', data)
}

// A FETCH without PEEK marks the message as seen: a change like any other, and recorded as one.
function mark(premises: Premises, session: Session, { asked, message }: { asked: Asked; message: HeldMessage }) {
  if (session.readOnly || message.flags.has('\\Seen')) return
  message.flags.add('\\Seen')
  premises.changed({ verb: 'FETCH', folder: session.folder?.name ?? '', uids: [message.uid], line: asked.line })
}

function fetched(item: string, message: HeldMessage, off: number): Buffer {
  switch (item) {
    case 'UID': return Buffer.from(`UID ${message.uid}`)
    case 'FLAGS': return Buffer.from(`FLAGS (${[...message.flags].join(' ')})`)
    case 'INTERNALDATE': return Buffer.from(`INTERNALDATE ${internalDate(message.internalDate)}`)
    case 'RFC822.SIZE': return Buffer.from(`RFC822.SIZE ${message.statedSize ?? message.raw.length}`)
    default: return body(item, message.raw, off)
  }
} // prettier-ignore

function body(item: string, raw: Buffer, off: number): Buffer {
  const [, section = '', start, length] = /^(?:BODY(?:\.PEEK)?\[(.*?)\]|RFC822)(?:<(\d+)\.(\d+)>)?$/.exec(item) ?? []
  const headerEnd = raw.indexOf('\r\n\r\n')
  const whole = section.startsWith('HEADER') && headerEnd >= 0 ? raw.subarray(0, headerEnd + 4) : raw
  const part = start === undefined ? whole : whole.subarray(Number(start), Number(start) + Number(length))
  const name = `BODY[${section}]${start === undefined ? '' : `<${start}>`}`
  return Buffer.concat([Buffer.from(`${name} {${Math.max(0, part.length + off)}}\r\n`), part])
}

const store: Command = (premises, session, asked) => {
  if (session.readOnly) return no('[READ-ONLY] Mailbox is read-only')
  const [, operation, flags] = asked.words
  const touched = named(session, asked)
  for (const { flags: own } of touched) {
    if (!/^[+-]/.test(textOf(operation))) own.clear()
    for (const flag of listOf(flags)) if (textOf(operation).startsWith('-')) own.delete(textOf(flag)); else own.add(textOf(flag)) // prettier-ignore
  }
  const verb = listOf(flags).includes('\\Deleted') ? 'STORE \\Deleted' : 'STORE'
  premises.changed({ verb, folder: session.folder?.name ?? '', uids: touched.map(({ uid }) => uid), line: asked.line })
  return ok('Stored')
}

const copyOrMove: Command = (premises, session, asked) => {
  const moving = asked.verb.endsWith('MOVE')
  if (moving && session.readOnly) return no('[READ-ONLY] Mailbox is read-only')
  const target = premises.folders.get(folderName(asked.words[1]))
  if (!target || !session.folder) return no('[TRYCREATE] No such mailbox')
  const touched = named(session, asked)
  for (const { raw, flags, internalDate: at } of touched) putIn(target, raw, { flags: [...flags], internalDate: at })
  const uids = touched.map(({ uid }) => uid)
  if (moving) takeFrom(session.folder, uids)
  premises.changed({ verb: moving ? 'MOVE' : 'COPY', folder: session.folder.name, uids, line: asked.line })
  return ok(moving ? 'Moved' : 'Copied')
}

const expunge: Command = (premises, session, { verb, words, line }) => {
  if (session.readOnly || !session.folder) return no('[READ-ONLY] Mailbox is read-only')
  const deleted = session.folder.messages.filter(({ flags }) => flags.has('\\Deleted')).map(({ uid }) => uid)
  const uids = verb.startsWith('UID') ? within(textOf(words[0]), deleted) : deleted
  takeFrom(session.folder, uids)
  premises.changed({ verb: 'EXPUNGE', folder: session.folder.name, uids, line })
  return ok('Expunged')
}

const append: Command = (premises, _session, { words, line }) => {
  const folder = premises.folders.get(folderName(words[0]))
  if (!folder) return no('[TRYCREATE] No such mailbox')
  const uid = putIn(folder, Buffer.from(textOf(words.at(-1)), 'latin1'))
  premises.changed({ verb: 'APPEND', folder: folder.name, uids: [uid], line: line.slice(0, 80) })
  return ok(`[APPENDUID ${folder.uidValidity} ${uid}] Appended`)
}

const create: Command = ({ folders, uidValidities }, _session, { words }) => {
  folders.set(textOf(words[0]), newFolder(textOf(words[0]), uidValidities()))
  return ok('Created')
}

const remove: Command = ({ folders, changed }, _session, { words, line }) => {
  const folder = folders.get(textOf(words[0]))
  if (!folder || !folders.delete(folder.name)) return no('[NONEXISTENT] No such mailbox')
  changed({ verb: 'DELETE', folder: folder.name, uids: folder.messages.map(({ uid }) => uid), line })
  return ok('Deleted')
}

const close: Command = (premises, session, asked) => {
  if (!session.readOnly && asked.verb === 'CLOSE') expunge(premises, session, { ...asked, verb: 'EXPUNGE' })
  session.folder = null
  return ok('Closed')
}

const ALWAYS: Record<string, Command> = {
  CAPABILITY: ({ capabilities }) => ok('Capabilities', [`* CAPABILITY ${[...capabilities].join(' ')}`]),
  NOOP: () => ok('Done'),
  ID: () => ok('Known', ['* ID ("name" "scripted server")']),
  LOGOUT: () => ok('Goodbye', ['* BYE Logging out']),
}
const SIGNED_IN: Record<string, Command> = {
  NAMESPACE: () => ok('Namespaces', ['* NAMESPACE (("" "/")) NIL NIL']),
  ENABLE: () => ok('Enabled', ['* ENABLED']),
  LIST: list, LSUB: list, STATUS: status, SELECT: open, EXAMINE: open, CREATE: create, DELETE: remove, APPEND: append,
} // prettier-ignore
const OPENED: Record<string, Command> = {
  SEARCH: search, 'UID SEARCH': search, FETCH: fetch, 'UID FETCH': fetch, STORE: store, 'UID STORE': store,
  COPY: copyOrMove, 'UID COPY': copyOrMove, MOVE: copyOrMove, 'UID MOVE': copyOrMove,
  EXPUNGE: expunge, 'UID EXPUNGE': expunge, CLOSE: close, UNSELECT: close, CHECK: () => ok('Checked'),
} // prettier-ignore

export const execute: Command = (premises, session, asked) => {
  const command = ALWAYS[asked.verb] ?? SIGNED_IN[asked.verb] ?? OPENED[asked.verb]
  if (!command) return bad(`Unknown command ${asked.verb}`)
  const needs = { 'UID EXPUNGE': 'UIDPLUS', 'UID MOVE': 'MOVE', MOVE: 'MOVE' }[asked.verb]
  if (needs && !premises.capabilities.has(needs)) return bad(`${asked.verb} is not supported`)
  if (!(asked.verb in ALWAYS) && !session.user) return no('Sign in first')
  if (asked.verb in OPENED && !session.folder) return bad('No mailbox is open')
  return command(premises, session, asked)
}
