// What somebody was told, for that person alone.
import { readCursor, writeCursor } from '#base/cursor'
import { refuse, type Work } from '#base/work'
import { noticesOfPeople, noticesSeen, type Notice, type NoticeId, type PersonId } from './contract.ts'
import { countUnseen, findNotices, forgetNotices, markSeen, noticesOf } from './store/notice.ts'

type Wanted = { cursor?: string | undefined; limit: number; only?: 'unseen' | undefined }

export async function listNotices(
  work: Work,
  { cursor, limit, only }: Wanted,
): Promise<{ items: Notice[]; next: string | null }> {
  const found = await noticesOf(work, me(work), { unseen: only === 'unseen', before: readCursor(cursor), most: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(notice), next: found.length > limit && last ? writeCursor(last.told_at, last.id) : null }
}

export const countNotices = (work: Work): Promise<{ unseen: number; urgent: number }> => countUnseen(work, me(work))

export const seeNotice = (work: Work, { id }: { id: NoticeId }): Promise<{ seen: number }> => see(work, { id })

export const seeNotices = (work: Work, { path }: { path?: string | undefined }): Promise<{ seen: number }> => see(work, { path })

async function see(work: Work, what: { id?: NoticeId; path?: string | undefined }): Promise<{ seen: number }> {
  const person = me(work)
  const seen = await markSeen(work, person, what)
  if (seen > 0) work.publish(noticesSeen, { person }) // their other windows
  return { seen }
}

function me(work: Work): PersonId {
  if (work.actor.kind !== 'person') throw refuse(noticesOfPeople, {})
  return work.actor.id
}

type Row = Awaited<ReturnType<typeof findNotices>>[number]
const notice = (row: Row): Notice => ({
  id: row.id,
  kind: row.kind,
  fr: row.fr,
  en: row.en,
  path: row.path,
  case_id: row.case_id,
  urgent: row.urgent,
  told_at: row.told_at.toString(),
  seen_at: row.seen_at?.toString() ?? null,
})

// For a room that carries them further, to a mailbox: what was told, to whom, and whether it was seen meanwhile.
export async function noticesById(work: Work, ids: readonly NoticeId[]): Promise<(Notice & { person: PersonId })[]> {
  return (await findNotices(work, ids)).map((row) => ({ ...notice(row), person: row.person_id }))
}

const SEEN_KEPT_HOURS = 30 * 24
const KEPT_HOURS = 180 * 24

// A month after it was seen nobody asks for it any more; after half a year it is no news to anybody.
export const forgetOldNotices = (work: Work, most: number): Promise<number> =>
  forgetNotices(work, {
    seen: work.now.subtract({ hours: SEEN_KEPT_HOURS }),
    told: work.now.subtract({ hours: KEPT_HOURS }),
    most,
  })
