// One frame of a widget, and what it makes us do. Frames of one socket are done one after the other; what is refused is said to that socket.
import { readToken } from '#access'
import { point } from '#base/crash-points'
import { isAway } from '#base/database'
import { log } from '#base/log'
import { Refused } from '#base/refusal'
import { inWork, refuse, system, type Open, type Work } from '#base/work'
import type { Refusal } from '#base/contract'
import {
  chatTooFast, LONGEST_CHAT_TEXT, messageTooLong, notKept, sayEmpty, visitUnreadable, type FromVisitor, type Said as Sentence,
} from '../contract.ts' // prettier-ignore
import { promiseCallBack, type CallBack } from '../widgets/call-back.ts'
import type { Gate, Proven } from '../widgets/gate.ts'
import { leave } from './end.ts'
import { follow, give, remember, stands } from './follow.ts'
import { name } from './name.ts'
import { take } from './rules/allowance.ts'
import { say, type Took, type Words } from './say.ts'
import { pageOf, type Speaker } from './speaker.ts'
import { findVisitBySecret } from './store/visit.ts'
import { threadAfter } from './thread.ts'
import { tellLine, type Line, type Visitor, type Visitors } from './visitors.ts'
import type { Read } from './rules/frames.ts'

export type House = Open & { gate: Gate; visitors: Visitors }

const MOST_TABS = 20
const SAYS = { burst: 20, per_second: 1 } // of one visitor, all tabs together
const TYPING_MILLISECONDS = 6_000

export async function hear(house: House, line: Line, frame: Read): Promise<void> {
  if (frame.name === 'hello') return await hello(house, line, frame.said)
  const { visitor } = line
  if (!visitor || !line.welcomed) throw refuse(visitUnreadable, {}) // hello comes first
  switch (frame.name) {
    case 'say':
      return await saying(house, { line, visitor }, { words: frame.said })
    case 'call_back':
      return await wishACall(house, { line, visitor }, frame.said)
    case 'who':
      return await whoIsIt(house, { line, visitor }, frame.said)
    case 'typing':
      return typing(house, visitor, frame.said.on)
    case 'read':
      visitor.reading = Math.max(visitor.reading, frame.said.seq) // written down with the next beat
      return
    case 'leave':
      if (visitor.chat) await within(house, line, (work) => leave(work, visitor.chat!.conversation))
      return
  }
}

type Talking = { line: Line; visitor: Visitor }
const within = <Result>(house: House, { speaker }: Line, body: (work: Work) => Promise<Result>): Promise<Result> =>
  inWork(house, { tenant: speaker.admitted.tenant, actor: system('channels.chat') }, body)

async function hello(house: House, line: Line, said: FromVisitor['hello']): Promise<void> {
  const { admitted } = line.speaker
  const secret = readToken(said.visit, 'vs_')
  if (line.visitor || secret?.tenant !== admitted.tenant) throw refuse(visitUnreadable, {})
  const { proven, distrusted } = await judged(house, line.speaker, said.identity)
  line.speaker = { ...line.speaker, hash: secret.hash, language: said.language, page: pageOf(said.page), proven }
  const visitor = house.visitors.enter(line)
  if (visitor.lines.size > MOST_TABS) throw refuse(chatTooFast, { retry_after_seconds: 60 })
  await welcome(house, { line, visitor }, { seen: said.seen, distrusted })
  if (proven && visitor.chat) await within(house, line, (work) => name(work, line.speaker))
}

type Saying = { words: Words; call?: CallBack }

async function saying(house: House, { line, visitor }: Talking, { words, call }: Saying): Promise<void> {
  if (words.text.trim() === '' && words.files.length === 0) throw refuse(sayEmpty, {})
  if (words.text.length > LONGEST_CHAT_TEXT) throw refuse(messageTooLong, { limit: LONGEST_CHAT_TEXT })
  const wait = take(visitor.pace, SAYS, performance.now())
  if (wait > 0) throw refuse(chatTooFast, { retry_after_seconds: Math.ceil(wait) })
  if (!visitor.chat) {
    await house.gate.mayLeave(line.speaker.admitted)
    await house.gate.mayBegin(line.speaker.admitted)
  }
  ;(line.mine ??= new Set()).add(words.id)
  try {
    const { took, promised } = await within(house, line, async (work) => {
      const took = await say(work, line.speaker, words)
      return { took, promised: call ? await promiseCallBack(work, call, took) : null }
    })
    point('chat.after_commit')
    tellTook(house, { line, visitor }, { took, words })
    if (promised) tellLine(line, { called_back: { id: words.id, promised: promised.promised, number: String(promised.number) } })
  } catch (error) {
    line.mine?.delete(words.id)
    throw error instanceof Refused || !isAway(error) ? error : refuse(notKept, {})
  }
}

function tellTook(house: House, { line, visitor }: Talking, { took, words }: { took: Took; words: Words }): void {
  const { admitted } = line.speaker
  house.visitors.converses(visitor, {
    conversation: took.conversation, case: took.case, brand: admitted.brand.id, waiting_since: visitor.served_by ? null : (visitor.chat?.waiting_since ?? took.at),
  }) // prettier-ignore
  visitor.over = false
  visitor.typing_until = 0
  if (took.seq <= line.told) {
    line.mine?.delete(words.id)
    return tellLine(line, { took: { id: words.id, seq: took.seq, at: took.at.toString() } })
  }
  const follows = [...visitor.lines].every((each) => !each.welcomed || each.told === took.seq - 1)
  if (!follows || words.files.length > 0) return void follow(house, house.visitors, visitor)
  remember(visitor, took.interaction)
  const message: Message = {
    seq: took.seq, id: words.id, from: 'visitor', by: null, at: took.at.toString(), text: words.text, files: [], by_mail: false,
  } // prettier-ignore
  give(visitor, [{ interaction: took.interaction, message }])
}

async function wishACall(house: House, talking: Talking, { id, ...wish }: FromVisitor['call_back']): Promise<void> {
  const call = await house.gate.readCallBack(talking.line.speaker.admitted, wish, talking.line.speaker.language)
  const { speaker } = talking.line
  if (wish.name.trim() && !speaker.said?.name)
    talking.line.speaker = { ...speaker, said: { name: wish.name.trim().slice(0, 200), email: speaker.said?.email ?? '' } }
  await saying(house, talking, { words: { id, text: call.text, files: [] }, call })
}

async function whoIsIt(house: House, { line, visitor }: Talking, { name: called, email }: FromVisitor['who']): Promise<void> {
  const said = {
    name: called
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, 200),
    email: email.trim().slice(0, 320),
  }
  for (const each of visitor.lines) each.speaker = { ...each.speaker, said }
  if (visitor.chat) await within(house, line, (work) => name(work, line.speaker))
}

// Told to the desk when it begins and when it ends; who goes on typing says so again.
function typing({ visitors }: House, visitor: Visitor, on: boolean): void {
  const before = visitor.typing_until > 0
  visitor.typing_until = on ? performance.now() + TYPING_MILLISECONDS : 0
  if (before !== on) visitors.tell(visitor)
}

export function tellRefused(line: Line, error: unknown, id: string | null): void {
  if (!(error instanceof Refused)) log.error({ error }, 'a frame of a widget could not be handled')
  const refusal = error instanceof Refused ? error.refusal : notKept
  const wait = error instanceof Refused ? waitIn(error.details) : undefined
  tellLine(line, { refused: { ...sentenceOf(refusal as Refusal<unknown>), id, ...(wait ? { retry_after_seconds: wait } : {}) } })
}

const sentenceOf = ({ code, fr, en }: Refusal<unknown>): Sentence => ({ code, fr, en })

const waitIn = (details: unknown): number | undefined =>
  details !== null && typeof details === 'object' && 'retry_after_seconds' in details ? Number(details.retry_after_seconds) : undefined
