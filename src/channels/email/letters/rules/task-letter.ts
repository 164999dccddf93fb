// The letters about a task, as blocks. Pure: the same facts give the same letter.
import { byWhen } from '#tasks/contract'
import type { Block } from './layout.ts'
import { sayIn, type Language } from './task-words.ts'

export type TaskFacts = {
  reference: string
  title: string
  text: string
  due_at: Temporal.Instant | null
  owner: string
  brand: { name: string; signature: string }
  checklist: readonly string[] // what is still to be seen to
  messages: readonly { at: Temporal.Instant; from: string; text: string }[]
  files: readonly { name: string }[]
  because: string // why it was called off, when it was
}
export type Reader = {
  name: string
  language: Language
  zone: string
  isColleague: boolean
  page: string // an address of ours; empty when the house does not know its own
}
export type Letter = { subject: string; blocks: Block[] }
type At = { task: TaskFacts; reader: Reader; now: Temporal.Instant }

export function askedLetter(at: At): Letter {
  const { task, reader } = at
  const say = sayIn(reader.language)
  return {
    subject: say('subjectAsked', subjectOf(task)),
    blocks: [
      hello(reader),
      line(say(reader.isColleague ? 'askedColleague' : 'asked', whoAsks(task))),
      ...body(at),
      ...waysBack(at),
      foot(task),
    ],
  }
}

export type ChaseWords = { tone: 'polite' | 'firm' | 'manager'; text: string }

/** `text`: what the chase says, from its plan, in the reader's language and with its facts in place. */
export function chasedLetter(at: At, { tone, text }: ChaseWords): Letter {
  const { task, reader } = at
  const say = sayIn(reader.language)
  return {
    subject: say(tone === 'manager' ? 'subjectManager' : 'subjectChased', subjectOf(task)),
    blocks: [hello(reader), { kind: 'prose', text }, ...body(at), ...waysBack(at), foot(task)],
  }
}

/** What who answers for the request says about it: an answer to a question, or why the answer was sent back. */
export function saidLetter(at: At, text: string): Letter {
  const { task, reader } = at
  const say = sayIn(reader.language)
  return {
    subject: say('subjectAsked', subjectOf(task)),
    blocks: [hello(reader), line(say('said', whoAsks(task))), { kind: 'prose', text }, ...body(at), ...waysBack(at), foot(task)],
  }
}

export function withdrawnLetter({ task, reader }: At): Letter {
  const say = sayIn(reader.language)
  const why: Block[] = task.because === '' ? [] : [line(say('withdrawnWhy', { because: task.because }))]
  return {
    subject: say('subjectWithdrawn', subjectOf(task)),
    blocks: [hello(reader), line(say('withdrawn')), ...why, { kind: 'title', text: task.title }, foot(task)],
  }
}

const MOST_SHOWN_TEXT = 8_000 // of a message passed on; the page shows the rest

function body({ task, reader, now }: At): Block[] {
  const say = sayIn(reader.language)
  const when = task.due_at && byWhen(task.due_at, reader, now)
  const isPast = task.due_at !== null && Temporal.Instant.compare(task.due_at, now) < 0
  return [
    { kind: 'title', text: task.title },
    ...(task.text.trim() === '' ? [] : [{ kind: 'prose', text: task.text.trim() } as const]),
    ...(task.checklist.length === 0 ? [] : [{ kind: 'list', head: say('checklist'), items: task.checklist } as const]),
    ...task.messages.map(({ from, at, text }): Block => {
      const head = say('shown', { from, when: byWhen(at, reader, now) })
      return { kind: 'quote', head, text: text.slice(0, MOST_SHOWN_TEXT) }
    }),
    ...(task.files.length === 0
      ? []
      : [{ kind: 'list', head: say('files'), items: task.files.map(({ name }) => name) } as const]),
    line(when ? say(isPast ? 'wasDue' : 'due', { when }) : say('noDue')),
  ]
}

function waysBack({ task, reader }: At): Block[] {
  const say = sayIn(reader.language)
  const reply = line(say('reply', { owner: task.owner }))
  if (reader.page === '') return [reply]
  const link: Block = { kind: 'link', text: say(reader.isColleague ? 'desk' : 'page'), address: reader.page }
  return reader.isColleague ? [reply, link] : [reply, link, line(say('private'))]
}

function foot({ brand, owner }: TaskFacts): Block {
  const signature = brand.signature.trim()
  return { kind: 'foot', text: [owner, signature === '' ? brand.name : signature].join('\n') }
}

const line = (text: string): Block => ({ kind: 'line', text })
const hello = ({ name, language }: Reader): Block =>
  line(name === '' ? sayIn(language)('hello') : sayIn(language)('helloName', { name }))
const subjectOf = ({ title, reference }: TaskFacts): Record<string, string> => ({ title, reference })
const whoAsks = ({ owner, brand }: TaskFacts): Record<string, string> => ({ owner, brand: brand.name })
