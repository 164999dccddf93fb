// What changes from one version of the rules to the next, in plain words: only the sentences that are other than before. Pure.
import { queueName, queueShape, workChannels, type Queue, type Rulebook } from '../contract/rulebook.ts'
import type { Names } from './names.ts'
import { partWords, queueParts, queueWords, type QueuePart } from './queue-words.ts'
import { said, type Said } from './said.ts'
import { weightWords } from './weight-words.ts'
import { capital, quotedName } from './words/phrases.ts'

export type Change = {
  kind: 'added' | 'removed' | 'renamed' | 'moved' | 'changed'
  queue: { key: string; name: string } | null // null: of the whole house
  part: QueuePart | 'name' | 'place' | 'queue' | 'channels' | 'seat' | 'sites'
  before: Said | null
  after: Said | null
}

type Sides = { before: Rulebook; after: Rulebook; names: Names }

export function differenceBetween(sides: Sides): Change[] {
  const { before, after, names } = sides
  const gone = before.queues.filter(({ key }) => !queueOf(after, key))
  return [
    ...after.queues.flatMap((queue) => {
      const earlier = queueOf(before, queue.key)
      return earlier ? changesOf(earlier, queue, names) : added(queue, names)
    }),
    ...gone.map((queue): Change => ({ kind: 'removed', queue: shown(queue), part: 'queue', before: queueWords(queue, names), after: null })),
    ...moved(sides),
    ...ofTheHouse(sides),
  ]
} // prettier-ignore

const queueOf = ({ queues }: Rulebook, key: string): Queue | undefined => queues.find((queue) => queue.key === key)
// Its sentence says what it takes and whom it goes to; whatever else it does otherwise than a usual queue is said below it.
const added = (queue: Queue, names: Names): Change[] => [
  { kind: 'added', queue: shown(queue), part: 'queue', before: null, after: queueWords(queue, names) },
  ...changesOf(usual(queue), queue, names).map((change) => ({ ...change, before: null })),
]
const usual = ({ key, name, takes, who }: Queue): Queue => ({ ...queueShape.parse({ key, name }), takes, who })

const shown = (queue: Queue): { key: string; name: string } => ({ key: queue.key, name: queueName(queue) })

function changesOf(before: Queue, after: Queue, names: Names): Change[] {
  const name = { before: queueName(before), after: queueName(after) }
  const renamed: Change[] =
    name.before === name.after
      ? []
      : [{ kind: 'renamed', queue: shown(after), part: 'name', before: quotedName(name.before), after: quotedName(name.after) }]
  const changed = queueParts.flatMap((part): Change[] => {
    const sentences = otherSentences(partWords(part, before, names), partWords(part, after, names))
    return sentences ? [{ kind: 'changed', queue: shown(after), part, ...sentences }] : []
  })
  return [...renamed, ...changed]
}

// The places of the queues that are in both: those that must move for one order to become the other are few; said of each that stands elsewhere
// among the others.
function moved({ before, after }: Sides): Change[] {
  const old = before.queues.filter(({ key }) => queueOf(after, key)).map(({ key }) => key)
  const now = after.queues.filter(({ key }) => queueOf(before, key))
  const stay = longestInOrder(now.map(({ key }) => old.indexOf(key)))
  return now.flatMap((queue): Change[] => {
    if (stay.has(old.indexOf(queue.key))) return []
    const [from, to] = [before.queues, after.queues].map((queues) => queues.findIndex(({ key }) => key === queue.key) + 1)
    return [{ kind: 'moved', queue: shown(queue), part: 'place', before: place(from!), after: place(to!) }]
  })
}

const place = (at: number): Said => capital(said(`en place ${at}`, `in place ${at}`))

/** Of some numbers in a row, as many as stand in rising order already (the longest rising subsequence). */
function longestInOrder(places: readonly number[]): Set<number> {
  const best = places.map((each) => [each])
  places.forEach((each, at) => {
    for (let i = 0; i < at; i++) if (places[i]! < each && best[i]!.length + 1 > best[at]!.length) best[at] = [...best[i]!, each]
  })
  return new Set(best.toSorted((a, b) => b.length - a.length)[0] ?? [])
}

function ofTheHouse({ before, after }: Sides): Change[] {
  const weights = workChannels.flatMap((channel) => {
    const sentences = otherSentences(weightWords(channel, before), weightWords(channel, after))
    return sentences ? [{ kind: 'changed' as const, queue: null, part: 'channels' as const, ...sentences }] : []
  })
  const seat = otherSentences(seatWords(before), seatWords(after))
  const sites = otherSentences(sitesWords(before), sitesWords(after))
  return [
    ...weights,
    ...(seat ? [{ kind: 'changed' as const, queue: null, part: 'seat' as const, ...seat }] : []),
    ...(sites ? [{ kind: 'changed' as const, queue: null, part: 'sites' as const, ...sites }] : []),
  ]
}

const seatWords = ({ seat_units }: Rulebook): Said => said(`Une place a ${seat_units} unités.`, `A seat has ${seat_units} units.`)
const sitesWords = ({ sites }: Rulebook): Said => {
  const all = sites.map(({ name, teams }) => `${name} (${teams.length})`).join(', ')
  return said(`Sites\u00a0: ${all || 'aucun'}.`, `Sites: ${all || 'none'}.`)
}

/** The sentences of each side that the other does not have; null where both say the same. */
function otherSentences(before: Said, after: Said): { before: Said | null; after: Said | null } | null {
  if (before.fr === after.fr) return null
  const only = (a: Said, b: Said): Said | null => {
    const part = (language: 'fr' | 'en'): string => {
      const others = new Set(sentences(b[language]))
      return sentences(a[language]).filter((each) => !others.has(each)).join(' ') // prettier-ignore
    }
    const [fr, en] = [part('fr'), part('en')]
    return fr === '' && en === '' ? null : said(fr, en)
  }
  return { before: only(before, after), after: only(after, before) }
}

const sentences = (text: string): string[] => text.split(/(?<=\.) /).filter((each) => each !== '')
