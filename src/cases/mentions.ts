// The notes in which somebody was named, for that person: a list of their own, and what of it they have not seen.
import { scopesFor } from '#access'
import * as staff from '#staff'
import type { Work } from '#base/work'
import type { CaseId, Mention } from './contract.ts'
import { personNamed } from './names.ts'
import { readCursor, writeCursor } from '#base/cursor'
import { countUnseen, markSeen, mentionsOf } from './store/mention.ts'

type Wanted = { cursor?: string | undefined; limit: number; only?: 'unseen' | undefined }
type Page = { items: Mention[]; next: string | null; unseen: number }

export async function mentions(work: Work, { cursor, limit, only }: Wanted): Promise<Page> {
  if (work.actor.kind !== 'person') return { items: [], next: null, unseen: 0 }
  const [me, scopes] = [work.actor.id, scopesFor(work.actor, 'case.read')]
  const [found, { n }] = await Promise.all([
    mentionsOf(work, me, { scopes, unseen: only === 'unseen', before: readCursor(cursor), most: limit + 1 }),
    countUnseen(work, me, scopes),
  ])
  const shown = found.slice(0, limit)
  const people = await staff.find(
    work,
    shown.flatMap(({ author_id }) => author_id ?? []),
  )
  const last = shown.at(-1)
  return {
    items: shown.map(({ note, case_id: id, number, subject, closed_at, author_id, text, at, seen_at }) => ({
      note,
      case: { id, number, subject, status: closed_at ? ('closed' as const) : ('open' as const) },
      author: author_id && personNamed(people, author_id),
      text,
      at: at.toString(),
      seen_at: seen_at?.toString() ?? null,
    })),
    next: found.length > limit && last ? writeCursor(last.at, last.note) : null,
    unseen: n,
  }
}

export async function mentionsSeen(work: Work, { case: of }: { case?: CaseId | undefined }): Promise<{ seen: number }> {
  return { seen: work.actor.kind === 'person' ? await markSeen(work, work.actor.id, of ?? null) : 0 }
}
