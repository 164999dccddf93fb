// What was said to and fro where both sides are (a chat), told as one talk rather than letter by letter. Pure.
import type { Conversation, Interaction, Ownership } from '../../contract.ts'
import type { Told } from './story.ts'

export type Talk = { kind: 'talk'; at: string; key: string; way: Conversation; turns: Turn[] }
/** What one side says in one breath; what the house puts in; who answers for the case from then on. */
export type Turn =
  | { kind: 'said'; key: string; interactions: Interaction[] }
  | { kind: 'put_in'; key: string; interaction: Interaction }
  | { kind: 'owner'; key: string; ownership: Ownership }

const PAUSE_MINUTES = 30 // after so long a silence a talk begins anew
const BREATH_MINUTES = 5 // lines of one side stand under one name for so long

type Message = Extract<Told, { kind: 'message' }>
type OwnerTold = Extract<Told, { kind: 'owner' }>
type Open = { talk: Talk; last: string; owners: OwnerTold[] } // owners: told since its last line; inside it only when it goes on

/** The same in the same order, each stretch of talk as one. A change of owner before or within a talk stands inside it. */
export function talks(told: readonly Told[]): (Told | Talk)[] {
  const out: (Told | Talk)[] = []
  let open: Open | null = null
  for (const each of told) {
    if (each.kind === 'owner' && open) heard(open, each)
    else if (each.kind === 'message' && isSpoken(each)) {
      if (open && goesOn(open, each)) {
        open = say(open, each)
        continue
      }
      out.push(...(open?.owners ?? []))
      open = begin(each)
      out.push(open.talk)
    } else {
      out.push(...(open?.owners ?? []), each)
      open = null
    }
  }
  return [...out, ...(open?.owners ?? [])]
}

// Who answers from the first word on is said before it.
function heard(open: Open, { key, at, ownership }: OwnerTold): void {
  if (open.talk.at === at) open.talk.turns.unshift({ kind: 'owner', key, ownership })
  else open.owners.push({ kind: 'owner', key, at, ownership })
}

// Said there, or said there and followed by mail because nobody read it; what came in by mail or by the customer's page is a letter.
function isSpoken({ interaction: { kind, marks }, way }: Message): boolean {
  const elsewhere = marks.via === 'mail' || marks.via === 'page'
  return way.traits.instant && !elsewhere && (kind === 'message' || kind === 'notice')
}

const goesOn = ({ talk, last }: Open, next: Message): boolean =>
  talk.way.id === next.way.id && minutes(last, next.at) < PAUSE_MINUTES

function begin(first: Message): Open {
  const talk: Talk = { kind: 'talk', at: first.at, key: `talk ${first.key}`, way: first.way, turns: [] }
  return say({ talk, last: first.at, owners: [] }, first)
}

function say({ talk, owners }: Open, { interaction, at }: Message): Open {
  talk.turns.push(...owners.map(({ key, ownership }) => ({ kind: 'owner', key, ownership }) as const))
  const before = talk.turns.at(-1)
  if (interaction.kind === 'notice') talk.turns.push({ kind: 'put_in', key: interaction.id, interaction })
  else if (before?.kind === 'said' && isSameBreath(before.interactions.at(-1), interaction)) before.interactions.push(interaction)
  else talk.turns.push({ kind: 'said', key: interaction.id, interactions: [interaction] })
  return { talk, last: at, owners: [] }
}

const isSameBreath = (before: Interaction | undefined, next: Interaction): boolean =>
  before !== undefined &&
  before.direction === next.direction &&
  before.author?.id === next.author?.id &&
  before.from.address === next.from.address &&
  minutes(before.at, next.at) < BREATH_MINUTES

const minutes = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000
