// How a thread is laid out: a line for each new day, and what one person says in one go stands together. Pure.
import type { Face, Message } from '#channels/contract'
import type { Outgoing } from './conversation.ts'

export type Said = Pick<Message, 'from' | 'at' | 'by' | 'text' | 'files' | 'by_mail'> & {
  key: string
  seq: number | null
  pending: Outgoing | null
}
export type Stretch = { key: string; day: string | null; from: Message['from']; by: Face | null; said: Said[] } // day: ISO instant when a new day begins
type Laid = { messages: readonly Message[]; outbox: readonly Outgoing[]; dayOf: (at: string) => string }

const IN_ONE_GO_MILLISECONDS = 5 * 60_000

export function stretches({ messages, outbox, dayOf }: Laid): Stretch[] {
  const all: Said[] = [
    ...messages.map((each) => ({ ...each, key: each.id ?? `s${each.seq}`, pending: null })),
    ...outbox.flatMap(waiting),
  ]
  const found: Stretch[] = []
  let before: Said | undefined
  for (const said of all) {
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(said.at)
    const last = found.at(-1)
    if (!isNewDay && last && before && isTogether(before, said)) last.said.push(said)
    else found.push({ key: said.key, day: isNewDay ? said.at : null, from: said.from, by: said.by, said: [said] })
    before = said
  }
  return found
}

const isTogether = (one: Said, next: Said): boolean =>
  one.from === next.from && one.by?.name === next.by?.name && Date.parse(next.at) - Date.parse(one.at) < IN_ONE_GO_MILLISECONDS

const waiting = (each: Outgoing): Said[] =>
  each.kind === 'call'
    ? []
    : [
        {
          key: each.id,
          seq: null,
          from: 'visitor',
          by: null,
          at: each.at,
          text: each.text,
          files: each.files,
          by_mail: false,
          pending: each,
        },
      ]
