// What happened in a conversation is told to its visitor's tabs: each hears what follows the place it was told last, in order, once. The rows
// say what; whatever woke us (the journal, our own commit) says only that there may be something.
import { log } from '#base/log'
import { inWork, system, type Open, type Work } from '#base/work'
import type { ConversationId } from '#cases/contract'
import type { Message } from '../contract.ts'
import { findVisit, type VisitRow } from './store/visit.ts'
import { threadOnward, type Said, type Thread } from './thread.ts'
import { tellAll, tellLine, type Line, type Visitor, type Visitors } from './visitors.ts'

const MOST_GIVEN = 32

/** Looks again if something stirs while it looks; one look at a time. */
export async function follow(open: Open, visitors: Visitors, visitor: Visitor): Promise<void> {
  visitor.stirred = true
  if (visitor.looking || !visitor.chat) return
  visitor.looking = true
  try {
    while (visitor.stirred && visitor.lines.size > 0) {
      visitor.stirred = false
      const after = Math.min(...[...visitor.lines].filter((line) => line.welcomed).map((line) => line.told))
      if (after === Infinity) continue
      const { conversation } = visitor.chat
      const found = await inWork(open, { tenant: visitor.tenant, actor: system('channels.chat') }, (work) =>
        look(work, conversation, after),
      )
      if (found) tellWhatIsNew(visitors, visitor, found)
      if (found && found.visit.last_seq > (found.thread.said.at(-1)?.message.seq ?? after)) visitor.stirred = true // more than fits at once
    }
  } catch (error) {
    log.warn({ error }, 'a chat could not be followed; it is looked at again')
    setTimeout(() => void follow(open, visitors, visitor), 1_000).unref()
  } finally {
    visitor.looking = false
  }
}

type Found = { visit: VisitRow; thread: Thread }

async function look(work: Work, conversation: ConversationId, after: number): Promise<Found | null> {
  const visit = await findVisit(work, conversation)
  return visit ? { visit, thread: await threadOnward(work, visit, after) } : null
}

function tellWhatIsNew(visitors: Visitors, visitor: Visitor, { visit, thread }: Found): void {
  if (visit.served_by !== (visitor.served_by?.id ?? null)) {
    visitor.served_by = visit.served_by && { id: visit.served_by, face: thread.served_by }
    visitor.agent_types = false
    tellAll(visitor, { served: { by: thread.served_by } })
  }
  give(visitor, thread.said)
  if (visit.read_by_us > visitor.read_by_us) tellAll(visitor, { read: { seq: visit.read_by_us } })
  if (visit.over_at && !visitor.over) tellAll(visitor, { over: { seq: visit.last_seq } })
  stands(visitors, visitor, visit)
}

export const waitingSince = (visit: VisitRow): Temporal.Instant | null => (visit.served_by ? null : visit.waiting_since)

/** What is known of where the conversation stands. */
export function stands(visitors: Visitors, visitor: Visitor, visit: VisitRow): void {
  visitor.read_by_us = Math.max(visitor.read_by_us, visit.read_by_us)
  visitor.over = visit.over_at !== null
  visitors.converses(visitor, {
    conversation: visit.conversation_id, case: visit.case_id, brand: visit.brand_id, waiting_since: waitingSince(visit),
  }) // prettier-ignore
}

/** Each tab hears what follows what it heard; a place that would leave a gap waits for the next look. */
export function give(visitor: Visitor, said: readonly Said[]): void {
  for (const line of visitor.lines) if (line.welcomed) for (const { message } of said) giveOne(line, message)
}

function giveOne(line: Line, message: Message): void {
  if (message.seq !== line.told + 1) return
  line.told = message.seq
  const took = message.id !== null && line.mine?.delete(message.id)
  if (line.mine?.size === 0) line.mine = null
  tellLine(line, took ? { took: { id: message.id!, seq: message.seq, at: message.at } } : { message })
}

/** Remembers what was handed on without reading it back, so that the journal's word of it wakes nobody. */
export function remember(visitor: Visitor, interaction: string): void {
  visitor.given.push(interaction)
  if (visitor.given.length > MOST_GIVEN) visitor.given.shift()
}
