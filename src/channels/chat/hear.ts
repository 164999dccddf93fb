// One frame of a widget, and what it makes us do. Frames of one socket are done one after the other; what is refused is said to that socket.
import { readToken } from '#access'
import { log } from '#base/log'
import { Refused } from '#base/refusal'
import { refuse } from '#base/work'
import { chatTooFast, notKept, visitUnreadable, type FromVisitor } from '../contract.ts'
import { leave } from './end.ts'
import { name } from './name.ts'
import { tellOwnPage } from './own-page.ts'
import type { Read } from './rules/frames.ts'
import { keepPace, saying, wishACall } from './saying.ts'
import { pageOf } from './speaker.ts'
import { within, type House, type Talking } from './talking.ts'
import { tellLine, type Line, type Visitor } from './visitors.ts'
import { judge, welcome } from './welcome.ts'

const MOST_TABS = 20
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
    case 'follow':
      return await tellOwnPage(house, { line, visitor })
  }
}

async function hello(house: House, line: Line, said: FromVisitor['hello']): Promise<void> {
  const { admitted } = line.speaker
  const secret = readToken(said.visit, 'vs_')
  if (line.visitor || secret?.tenant !== admitted.tenant) throw refuse(visitUnreadable, {})
  const { proven, distrusted } = await judge(house, line.speaker, said.identity)
  if (line.socket.readyState !== line.socket.OPEN) return // gone while we looked
  line.speaker = { ...line.speaker, hash: secret.hash, language: said.language, page: pageOf(said.page), proven }
  const visitor = house.visitors.enter(line)
  if (visitor.lines.size > MOST_TABS) throw refuse(chatTooFast, { retry_after_seconds: 60 })
  await welcome(house, { line, visitor }, { seen: said.seen, distrusted })
  if (proven && visitor.chat) await within(house, line, (work) => name(work, line.speaker))
}

async function whoIsIt(house: House, { line, visitor }: Talking, { name: called, email }: FromVisitor['who']): Promise<void> {
  keepPace(visitor)
  const said = {
    name: called.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 200), // prettier-ignore
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
  const { code, fr, en } = error instanceof Refused ? error.refusal : notKept
  tellLine(line, { refused: { code, fr, en, id } })
}
