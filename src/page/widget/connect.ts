// Keeping in touch: what the server tells is heard, what was not taken is said again, and whatever may have cut the line unseen renews it.
import type { Answer, Frame, FromVisitor, Reception } from '#channels/contract'
import { change, type Chat } from './chat.ts'
import { speakIn } from './opening.ts'
import { apiOf } from './site.ts'
import { backoff } from './rules/backoff.ts'
import { compose, hear as heard, nothingSaid, seen, toSay, type Conversation, type Outgoing } from './rules/conversation.ts'
import { speaking } from './words/speak.ts'

const TAKEN_WITHIN_MILLISECONDS = 10_000
const AGAIN_MILLISECONDS = 4_000
const GAP_MILLISECONDS = 2_000
const rarely = { first: 2_000, most: 300_000 }
const DOZED_MILLISECONDS = 30_000

export async function helloOf({ device, identity, site, state }: Chat): Promise<FromVisitor['hello']> {
  const token = await Promise.resolve(typeof identity === 'function' ? identity() : identity).catch(() => null)
  return {
    visit: device.secret(),
    identity: token,
    seen: seen(state.conversation),
    language: site.language ?? state.language,
    page: location.origin + location.pathname,
  }
}

export function hear(chat: Chat, answer: Answer): void {
  if (isPassing(chat, answer)) return sayLater(chat)
  const before = chat.state.conversation
  const conversation = heard(before, answer)
  if ('welcome' in answer) meet(chat, answer.welcome.reception)
  if ('reception' in answer) meet(chat, answer.reception)
  if (conversation.distrusted && !before.distrusted)
    console.warn(`Guichet: ${conversation.distrusted.en} (${conversation.distrusted.code})`) // for whoever runs the site
  forgetLeft(chat, before, conversation)
  change(chat, { conversation })
  if ('welcome' in answer) chat.underWay = null // of a line that is no more
  flush(chat)
  if ('message' in answer && answer.message.from === 'agent' && answer.message.seq > seen(before))
    news(chat, answer.message.by?.name ?? '')
  if (conversation.early.length > 0)
    setTimeout(() => chat.state.conversation.early.length > 0 && chat.line.renew(), GAP_MILLISECONDS)
}

/**
 * What was not taken is said, one after the other: the next when the one before has its place, so that they stand in the order they were written.
 * A line that takes nothing for a while is dead, whatever the browser believes.
 */
export function flush(chat: Chat): void {
  const waiting = toSay(chat.state.conversation)
  if (chat.underWay && waiting.some(({ id }) => id === chat.underWay?.id)) return
  chat.underWay = null
  const [next] = waiting
  if (!next || !framesOf(next).every((frame) => chat.line.say(frame))) return
  const mine = { id: next.id }
  chat.underWay = mine
  setTimeout(() => chat.underWay === mine && chat.line.state === 'open' && chat.line.renew(), TAKEN_WITHIN_MILLISECONDS)
}

// Nothing is wrong with the message: said again a little later, it will be taken.
const passing = new Set(['chat.too_fast', 'chat.not_kept'])
function isPassing({ underWay }: Chat, answer: Answer): boolean {
  return 'refused' in answer && underWay !== null && answer.refused.id === underWay.id && passing.has(answer.refused.code)
}

function sayLater(chat: Chat): void {
  const mine = { id: chat.underWay?.id ?? '' }
  chat.underWay = mine
  setTimeout(() => {
    if (chat.underWay !== mine) return
    chat.underWay = null
    flush(chat)
  }, AGAIN_MILLISECONDS)
}

function framesOf(outgoing: Outgoing): Frame[] {
  const { id } = outgoing
  if (outgoing.kind === 'call') return [{ call_back: { id, ...outgoing.wish } }]
  const say: Frame = { say: { id, text: outgoing.text, files: outgoing.files.map((file) => file.id) } }
  return outgoing.who ? [say, { who: outgoing.who }] : [say]
}

function forgetLeft({ device }: Chat, before: Conversation, now: Conversation): void {
  const left = new Set(now.outbox.map(({ id }) => id))
  for (const { id } of before.outbox) if (!left.has(id)) device.drop(id)
}

function news(chat: Chat, name: string): void {
  chat.chime?.()
  if (!chat.state.isOpen) change(chat, { spoken: speaking(chat.state.language)('newFrom', { name }) })
}

export function meet(chat: Chat, reception: Reception): void {
  change(chat, { reception })
  if (chat.site.language === null) void speakIn(chat, reception.brand.language)
}

/** The brand, its colour and its hours, before any line is opened. Asked again, ever more rarely, while nobody answers. */
export async function askReception(chat: Chat, attempt = 1): Promise<void> {
  try {
    const answer = await fetch(apiOf(chat.site), { credentials: 'omit' })
    if (answer.ok) meet(chat, (await answer.json()) as Reception) // our own server's
    else if (answer.status < 500 && answer.status !== 429)
      console.warn(`Guichet: the chat is not shown (${answer.status}). Is ${location.origin} among the addresses of this widget?`)
    else throw new Error(String(answer.status))
  } catch {
    setTimeout(() => void askReception(chat, attempt + 1), backoff(attempt, Math.random(), rarely))
  }
}

export function watchWorld(chat: Chat): void {
  let hiddenAt = 0
  const wake = (): void => {
    if (chat.line.state === 'open' && !chat.line.heardWithin(DOZED_MILLISECONDS)) chat.line.renew()
    else if (chat.line.state === 'lost') chat.line.wake()
  }
  addEventListener('online', () => {
    change(chat, { isOnline: true })
    chat.line.renew()
  })
  addEventListener('offline', () => change(chat, { isOnline: false }))
  addEventListener('pageshow', ({ persisted }) => persisted && chat.line.renew())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > DOZED_MILLISECONDS) wake()
    else if (chat.line.state === 'lost') chat.line.wake()
  })
}

/** Other tabs of the same site: what they write is shown here too, and sent by whoever has a line; what is read there is read here. */
export function watchTabs(chat: Chat): void {
  const again = (): void => {
    change(chat, { conversation: withOutbox(chat), isKept: chat.device.isKept() })
    if (chat.line.state === 'shut') chat.line.wake()
  }
  chat.device.watch({
    changed: again,
    adopted: () => {
      again()
      chat.line.renew()
    },
    forgotten: () => {
      chat.line.shut()
      change(chat, { conversation: nothingSaid, isKept: false })
    },
  })
  if (!('BroadcastChannel' in globalThis)) return
  const tabs = new BroadcastChannel(`guichet.${chat.site.key}`)
  tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { conversation } = chat.state
    if (typeof data === 'number')
      change(chat, { conversation: { ...conversation, readByYou: Math.max(conversation.readByYou, data) } })
  })
  chat.tellTabs = (seq) => tabs.postMessage(seq)
}

const withOutbox = ({ device, state }: Chat): Conversation => {
  const kept = device.outbox()
  const ids = new Set(kept.map(({ id }) => id))
  const now = { ...state.conversation, outbox: state.conversation.outbox.filter(({ id }) => ids.has(id)) }
  return kept.reduce(compose, now)
}
