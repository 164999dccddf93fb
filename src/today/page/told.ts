// What I was told and have not seen: notes that name me, and notices. Nobody else's business.
import * as cases from '#cases'
import * as staff from '#staff'
import { LINES, MOST_COUNTED, type Line } from '../contract.ts'
import { NOTHING, type Asked, type Made } from './asked.ts'

export async function told({ work, mine }: Asked): Promise<Made> {
  if (!mine) return NOTHING
  const [mentions, notices] = await Promise.all([
    cases.mentions(work, { limit: LINES, only: 'unseen' }),
    staff.listNotices(work, { limit: LINES, only: 'unseen' }),
  ])
  const lines = [...notices.items.map(noticeLine), ...mentions.items.map(mentionLine)].toSorted((a, b) =>
    a.at! > b.at! ? -1 : 1,
  )
  const more = notices.next ? 1 : 0 // there are more, and the bell knows how many
  return {
    items: lines.slice(0, LINES),
    count: Math.min(MOST_COUNTED, mentions.unseen + notices.items.length + more),
    late: 0,
    all: '/mentions',
  }
}

type Mention = Awaited<ReturnType<typeof cases.mentions>>['items'][number]
const mentionLine = ({ note, case: { status, ...of }, author, text, at }: Mention): Line => ({
  key: `mention:${note}`, kind: 'mention', id: note, case: { ...of, closed: status === 'closed' }, customer: null, person: author, what: text, why: null, at,
  late: false, path: `/cases/${of.id}`, version: null,
}) // prettier-ignore

type Notice = Awaited<ReturnType<typeof staff.listNotices>>['items'][number]
const noticeLine = ({ id, fr, en, path, told_at, urgent }: Notice): Line => ({
  key: `notice:${id}`, kind: 'notice', id, case: null, customer: null, person: null, what: '', why: { fr, en }, at: told_at, late: urgent, path, version: null,
}) // prettier-ignore
