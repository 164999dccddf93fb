// The visitor says something: bounded, kept, and only then confirmed; the other tabs hear it at once.
import { point } from '#base/crash-points'
import { isAway } from '#base/database'
import { Refused } from '#base/refusal'
import { refuse } from '#base/work'
import {
  chatTooFast, LONGEST_CHAT_TEXT, messageTooLong, notKept, sayEmpty, type FromVisitor, type Message,
} from '../contract.ts' // prettier-ignore
import { promiseCallBack, type CallBack } from '../widgets/call-back.ts'
import { follow, give, remember } from './follow.ts'
import { inCompanyOf, type House, type Talking } from './talking.ts'
import { take } from './rules/allowance.ts'
import { say, type Took, type Words } from './say.ts'
import { tellLine, type Visitor } from './visitors.ts'

const SAYS = { burst: 20, per_second: 1 } // of one visitor, all tabs together

type Saying = { words: Words; call?: CallBack }

export async function saying(house: House, talking: Talking, { words, call }: Saying): Promise<void> {
  const { line } = talking
  await mayBeSaid(house, talking, words)
  line.mine = (line.mine ?? new Set()).add(words.id)
  try {
    const { took, promised } = await inCompanyOf(house, line, async (work) => {
      const kept = await say(work, line.speaker, words)
      return { took: kept, promised: call ? await promiseCallBack(work, call, kept) : null }
    })
    point('chat.after_commit')
    tellTook(house, talking, { took, words })
    if (promised) tellLine(line, { called_back: { id: words.id, promised: promised.promised, number: String(promised.number) } })
  } catch (error) {
    line.mine?.delete(words.id)
    throw !(error instanceof Refused) && isAway(error) ? refuse(notKept, {}) : error
  }
}

/** Of whatever a visitor has us write down. */
export function keepPace({ pace }: Visitor): void {
  const wait = take(pace, SAYS, performance.now())
  if (wait > 0) throw refuse(chatTooFast, { retry_after_seconds: Math.ceil(wait) })
}

async function mayBeSaid({ gate }: House, { line, visitor }: Talking, { text, files }: Words): Promise<void> {
  if (text.trim() === '' && files.length === 0) throw refuse(sayEmpty, {})
  if (text.length > LONGEST_CHAT_TEXT) throw refuse(messageTooLong, { limit: LONGEST_CHAT_TEXT })
  keepPace(visitor)
  if (visitor.chat) return
  await gate.mayLeave(line.speaker.admitted)
  await gate.mayBegin(line.speaker.admitted)
}

function tellTook(house: House, { line, visitor }: Talking, { took, words }: { took: Took; words: Words }): void {
  const { brand } = line.speaker.admitted
  const waiting_since = visitor.served_by ? null : (visitor.chat?.waiting_since ?? took.at)
  house.visitors.converses(visitor, { conversation: took.conversation, case: took.case, brand: brand.id, waiting_since })
  visitor.over = false
  typesNoMore(house, visitor)
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

// Whoever has just spoken writes no more, and the desk hears it: the widget's own word comes after, when we think so already.
function typesNoMore({ visitors }: House, visitor: Visitor): void {
  if (visitor.typing_until === 0) return
  visitor.typing_until = 0
  visitors.tell(visitor)
}

/** A wish to be called is said in the conversation like anything else, and promised in the same commit. */
export async function wishACall(house: House, talking: Talking, { id, ...wish }: FromVisitor['call_back']): Promise<void> {
  const { line } = talking
  const call = await house.gate.readCallBack(line.speaker.admitted, wish, line.speaker.language)
  const { said } = line.speaker
  const name = wish.name.trim().slice(0, 200)
  if (name && !said?.name) line.speaker = { ...line.speaker, said: { name, email: said?.email ?? '' } }
  await saying(house, talking, { words: { id, text: call.text, files: [] }, call })
}
