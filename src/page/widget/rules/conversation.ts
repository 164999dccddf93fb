// What the widget knows of a conversation, and how each thing the server tells changes it. Pure.
// The server's places (`seq`) are the one order; what the visitor wrote and the server has not taken yet stands after it.
import type { Answer, Face, Message, Said, ToVisitor } from '#channels/contract'

export type FileNote = Message['files'][number]
export type Who = { name: string; email: string } // either may be empty
export type CallWish = { name: string; phone: string; about: string; at: string | null }
type Written = { id: string; at: string; refused: Said | null } // id: a UUID; at: when it was composed, ISO 8601
export type What = { kind: 'message'; text: string; files: FileNote[]; who: Who | null } | { kind: 'call'; wish: CallWish }
export type Outgoing = Written & What

export type Conversation = {
  known: boolean // the server has a conversation under our secret
  welcomed: boolean
  messages: readonly Message[] // by place, without a gap
  early: readonly Message[] // those before whom one is missing
  older: boolean // there are more, before the first
  outbox: readonly Outgoing[]
  servedBy: Face | null
  typing: string | null // who of us is writing
  readByUs: number
  readByYou: number
  said: Who | null
  verified: ToVisitor['welcome']['verified']
  distrusted: Said | null
  over: boolean
  page: string | null // the path of their own page of this request, once asked for
  calledBack: ToVisitor['called_back'] | null
  refused: Said | null // what was asked did not happen; about no message in particular
}

export const nothingSaid: Conversation = {
  known: false, welcomed: false, messages: [], early: [], older: false, outbox: [], servedBy: null, typing: null, readByUs: 0, readByYou: 0,
  said: null, verified: null, distrusted: null, over: false, page: null, calledBack: null, refused: null,
} // prettier-ignore

/** The last place before which nothing is missing; 0 when there is none. */
export const seen = ({ messages }: Conversation): number => messages.at(-1)?.seq ?? 0

export const unread = ({ messages, readByYou }: Conversation): number =>
  messages.filter(({ seq, from }) => from === 'agent' && seq > readByYou).length

/** What is to be said when a line opens: all that was neither taken nor refused, in the order it was composed. */
export const toSay = ({ outbox }: Conversation): Outgoing[] => outbox.filter(({ refused }) => refused === null)

export function hear(now: Conversation, answer: Answer): Conversation {
  if ('welcome' in answer) return welcomed(now, answer.welcome)
  if ('message' in answer) return reopened(placed(now, [answer.message]), answer.message)
  if ('took' in answer) return taken(now, answer.took)
  if ('typing' in answer) return { ...now, typing: answer.typing.on ? answer.typing.name : null }
  if ('read' in answer) return { ...now, readByUs: Math.max(now.readByUs, answer.read.seq) }
  if ('served' in answer) return { ...now, servedBy: answer.served.by }
  if ('called_back' in answer)
    return { ...now, known: true, calledBack: answer.called_back, outbox: without(now.outbox, answer.called_back.id) }
  if ('page' in answer) return { ...now, page: answer.page.path }
  if ('over' in answer) return { ...now, over: true, typing: null }
  if ('refused' in answer) return refusedBy(now, answer.refused)
  return now
}

export const compose = (now: Conversation, outgoing: Outgoing): Conversation =>
  now.outbox.some(({ id }) => id === outgoing.id) || now.messages.some(({ id }) => id === outgoing.id)
    ? now
    : { ...now, refused: null, outbox: [...now.outbox, outgoing].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }

export const discard = (now: Conversation, id: string): Conversation => ({ ...now, outbox: without(now.outbox, id) })

/** Ready to be said again. */
export const forgiven = (now: Conversation, id: string): Conversation => ({
  ...now,
  outbox: now.outbox.map((each) => (each.id === id ? { ...each, refused: null } : each)),
})

function welcomed(before: Conversation, welcome: ToVisitor['welcome']): Conversation {
  const first = welcome.thread[0]?.seq
  // Nobody we know any more, or so much was missed that it does not join what we have: what the server tells is all there is.
  const afresh = !welcome.visit || welcome.more || (first !== undefined && first > seen(before) + 1)
  const now = afresh ? { ...before, messages: [], early: [], older: welcome.more } : before
  return placed(
    {
      ...now,
      known: welcome.visit,
      welcomed: true,
      servedBy: welcome.served_by,
      readByUs: welcome.read_by_us,
      readByYou: Math.max(welcome.visit ? before.readByYou : 0, welcome.read_by_you),
      said: welcome.said,
      verified: welcome.verified,
      distrusted: welcome.distrusted,
      over: welcome.over,
      page: welcome.visit ? before.page : null,
      typing: null,
    },
    welcome.thread,
    afresh ? first : 1,
  )
}

// A repeated place changes nothing; one that comes too early waits for those before it. `first`: where a conversation begins, for us.
function placed(now: Conversation, news: readonly Message[], first = 1): Conversation {
  const known = new Set(now.messages.map(({ seq }) => seq))
  const waiting = new Map([...now.early, ...news].filter(({ seq }) => !known.has(seq)).map((each) => [each.seq, each]))
  const messages = [...now.messages]
  for (const each of [...waiting.values()].toSorted((a, b) => a.seq - b.seq)) {
    if (each.seq !== (messages.at(-1)?.seq ?? first - 1) + 1) break
    messages.push(each)
    waiting.delete(each.seq)
  }
  const ids = new Set(messages.map(({ id }) => id))
  return {
    ...now,
    known: now.known || messages.length > 0,
    messages,
    early: [...waiting.values()],
    outbox: now.outbox.filter(({ id }) => !ids.has(id)),
    typing: news.some(({ from }) => from === 'agent') ? null : now.typing,
  }
}

const reopened = (now: Conversation, { from }: Message): Conversation => (from === 'house' ? now : { ...now, over: false })

function taken(now: Conversation, { id, seq, at }: ToVisitor['took']): Conversation {
  const mine = now.outbox.find((each) => each.id === id)
  if (!mine || mine.kind === 'call') return { ...now, known: true, outbox: without(now.outbox, id) }
  const message: Message = { seq, id, from: 'visitor', by: null, at, text: mine.text, files: mine.files, by_mail: false }
  return reopened(placed(now, [message]), message)
}

function refusedBy(now: Conversation, { id, ...said }: ToVisitor['refused']): Conversation {
  if (!now.outbox.some((each) => each.id === id)) return { ...now, refused: said }
  return { ...now, outbox: now.outbox.map((each) => (each.id === id ? { ...each, refused: said } : each)) }
}

const without = (outbox: readonly Outgoing[], id: string): Outgoing[] => outbox.filter((each) => each.id !== id)
