// What people know beforehand: announced, changed, taken back. The next forecast reckons with it.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  announcementChanged, enoughOfThem, spanUpsideDown, type Announcement, type AnnouncementId, type NewAnnouncement,
} from '../contract.ts' // prettier-ignore
import {
  countAnnouncements, holdAnnouncement, insertAnnouncement, listAnnouncements, recordAnnouncementWithdrawn, updateAnnouncement, type AnnouncementRow,
} from '../store/announcement.ts' // prettier-ignore
import { byWhom, namesOf } from './people.ts'
import { queuesSeen } from '../whose.ts'

const MOST = 2_000
const everywhere = { team: null, brand: null }

type Page = { cursor?: string | undefined; limit: number; from?: string | undefined; to?: string | undefined }
export async function announcements(
  work: Work,
  { cursor, limit, from, to }: Page,
): Promise<{ items: Announcement[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listAnnouncements(work, { cursor, most: limit + 1, from, to })
  const page = rows.slice(0, limit)
  const sees = await queuesSeen(work)
  const items = (await shown(work, page))
    .map((each) => ({ ...each, streams: each.streams.filter(({ queue }) => sees(queue)) }))
    .filter(({ streams }, nth) => streams.length > 0 || page[nth]!.streams.length === 0) // of all, or of theirs
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export async function announce(work: Work, wanted: NewAnnouncement): Promise<Announcement> {
  allow(work, 'workforce.manage', everywhere)
  if ((await countAnnouncements(work)).n >= MOST) throw refuse(enoughOfThem, { most: MOST })
  const row = rowOf({ id: newId(work.now), by: byWhom(work), at: work.now, version: 1 }, wanted)
  await insertAnnouncement(work, row)
  return await told(work, row)
}

type Change = { id: AnnouncementId; version: number } & { [Field in keyof NewAnnouncement]?: NewAnnouncement[Field] | undefined }
export async function changeAnnouncement(work: Work, { id, version, ...wanted }: Change): Promise<Announcement> {
  allow(work, 'workforce.manage', everywhere)
  const before = await hold(work, id, version)
  const [current] = await shown(work, [before])
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  const row = rowOf({ ...before, version: before.version + 1 }, { ...current!, ...given })
  await updateAnnouncement(work, row)
  return await told(work, row)
}

export async function takeBack(
  work: Work,
  { id, version }: { id: AnnouncementId; version?: number | undefined },
): Promise<object> {
  allow(work, 'workforce.manage', everywhere)
  const row = await hold(work, id, version)
  await recordAnnouncementWithdrawn(work, id, byWhom(work))
  await audit(work, 'forecasting.announcement_taken_back', { about: id, details: { name: row.name } })
  work.publish(announcementChanged, { id, version: row.version })
  return {}
}

async function hold(work: Work, id: AnnouncementId, version: number | undefined): Promise<AnnouncementRow> {
  const row = await holdAnnouncement(work, id)
  if (!row) throw refuse(notFound, {})
  if (version !== undefined && row.version !== version) {
    const [current] = await shown(work, [row])
    throw refuse(stale, { current, given_version: version, current_version: row.version })
  }
  return row
}

type Kept = Pick<AnnouncementRow, 'id' | 'by' | 'at' | 'version'>
function rowOf({ id, by, at, version }: Kept, { name, kind, from, to, streams, effect, note }: NewAnnouncement): AnnouncementRow {
  const [from_at, to_at] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  if (Temporal.Instant.compare(from_at, to_at) >= 0) throw refuse(spanUpsideDown, {})
  return {
    id,
    by,
    at,
    version,
    name,
    kind,
    from_at,
    to_at,
    streams,
    percent: effect.kind === 'percent' ? effect.percent : null,
    note,
  }
}

async function told(work: Work, row: AnnouncementRow): Promise<Announcement> {
  await audit(work, 'forecasting.announced', { about: row.id, details: { name: row.name, version: row.version } })
  work.publish(announcementChanged, { id: row.id, version: row.version })
  const [announcement] = await shown(work, [row])
  return announcement!
}

async function shown(work: Work, rows: readonly AnnouncementRow[]): Promise<Announcement[]> {
  const named = await namesOf(work, rows.map(({ by }) => by)) // prettier-ignore
  return rows.map(({ id, name, kind, from_at, to_at, streams, percent, note, by, at, version }) => ({
    id, name, kind, streams, note, version,
    from: String(from_at), to: String(to_at), effect: percent === null ? { kind: 'learn' } : { kind: 'percent', percent }, by: named(by), at: String(at),
  })) // prettier-ignore
}
