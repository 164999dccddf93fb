// What a colleague was told and has not seen while away from their desk follows by mail: one mail that gathers what waits, urgent things at once.
// The timer is a row, one a person. Whoever is at the desk sees the bell; whoever wants no mail gets none; and nobody gets more than a few a day.
import * as staff from '#staff'
import { cancelJob, jobKind, later, worker, type Worker } from '#base/jobs'
import { hear, reader, type Reader } from '#base/journal'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { noticesSeen, told, type NoticeId } from '#staff/contract'
import { holdNoticeMail, needNoticeMail, recordMailed, recordWaiting, type NoticeMailRow } from '../store/notice-mail.ts'
import { post } from './post.ts'

export const AFTER_MINUTES = 10 // unseen for so long, and not at the desk
export const MOST_A_DAY = 12 // mails to one person; what is urgent is counted too
const APART_MINUTES = 30 // between two mails, unless something is urgent
const MOST_WAITING = 200
const GIVE_UP_HOURS = 24 // whoever was at the desk all the while has seen the bell
const BY_MAIL_ALREADY = /^task\.(asked|sent_back)$/ // whoever wants mail always gets the task itself (task-listen.ts)

export const mailNotices = jobKind<{ person: PersonId }>('email.notices', { tries: 1_000 })

export const noticesByMail: Reader = reader('channels.notices', [
  hear(told, async (work, { notice, person, kind, urgent }) => {
    const row = await needNoticeMail(work, person)
    if (row.wish === 'never' || (row.wish === 'always' && BY_MAIL_ALREADY.test(kind))) return
    const waiting = [...row.waiting, notice].slice(-MOST_WAITING)
    const soon = work.now.add({ minutes: urgent || row.wish === 'always' ? 0 : AFTER_MINUTES })
    await waitUntil(work, row, { waiting, at: row.look_at ? earlier(row.look_at, soon) : soon })
  }),
  hear(noticesSeen, async (work, { person }) => {
    const row = await holdNoticeMail(work, person)
    if (!row || row.waiting.length === 0) return
    const waiting = await unseen(work, row)
    await waitUntil(work, row, { waiting, at: row.look_at! }) // something waited, so somebody looks
  }),
])

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) < 0 ? a : b)

type Waiting = { waiting: readonly NoticeId[]; at: Temporal.Instant }

/** The row must be held. Writes down what waits and sets the clock; nothing waits, no clock runs. */
async function waitUntil(
  work: Work,
  { id, person_id: person, look_at, since }: NoticeMailRow,
  { waiting, at }: Waiting,
): Promise<void> {
  if (look_at) await cancelJob(work, id)
  const isEmpty = waiting.length === 0
  await recordWaiting(work, { person, waiting, look_at: isEmpty ? null : at, since: isEmpty ? null : (since ?? work.now) })
  if (!isEmpty) await later(work, mailNotices, { payload: { person }, id, at })
}

async function unseen(work: Work, { waiting }: NoticeMailRow): Promise<NoticeId[]> {
  return (await staff.noticesById(work, waiting)).flatMap(({ id, seen_at }) => (seen_at === null ? [id] : []))
}

export const noticeMailer: Worker = worker(mailNotices, (job) =>
  job.work(async (work) => {
    await job.finish(work) // whatever comes next is a clock set anew
    const row = await holdNoticeMail(work, job.payload.person)
    if (!row?.look_at) return
    if (Temporal.Instant.compare(row.look_at, work.now) > 0)
      return await waitUntil(work, row, { waiting: row.waiting, at: row.look_at })
    await look(work, row)
  }),
)

async function look(work: Work, row: NoticeMailRow): Promise<void> {
  const person = (await staff.find(work, [row.person_id])).get(row.person_id)
  const notices = (await staff.noticesById(work, row.waiting)).filter(({ seen_at }) => seen_at === null)
  const nobody = !person?.active || row.wish === 'never'
  if (nobody || notices.length === 0) return await waitUntil(work, row, { waiting: [], at: work.now })
  const waiting = notices.map(({ id }) => id)
  const again = await notYet(work, row, notices.some(({ urgent }) => urgent)) // prettier-ignore
  if (again === 'never') return await waitUntil(work, row, { waiting: [], at: work.now })
  if (again) return await waitUntil(work, row, { waiting, at: again })
  await post(work, {
    what: 'notices',
    person: person.id,
    to: { name: person.name, address: person.email },
    facts: { notices: waiting },
    grace_seconds: 0,
  })
  const fresh = !row.counting_from || Temporal.Instant.compare(row.counting_from.add({ hours: 24 }), work.now) <= 0
  await recordMailed(work, person.id, { count: fresh ? 1 : row.mailed_count + 1, from: fresh ? work.now : row.counting_from! }) // not fresh: it is there
  await waitUntil(work, row, { waiting: [], at: work.now })
}

/** When to look again, or never; null: now is the time. */
async function notYet(work: Work, row: NoticeMailRow, urgent: boolean): Promise<Temporal.Instant | 'never' | null> {
  const isHere = row.wish === 'away' && (await staff.hereNow(work, [row.person_id])).has(row.person_id)
  if (isHere) {
    const isOld = row.since !== null && Temporal.Instant.compare(row.since.add({ hours: GIVE_UP_HOURS }), work.now) <= 0
    return isOld ? 'never' : work.now.add({ minutes: AFTER_MINUTES })
  }
  const counted = row.counting_from?.add({ hours: 24 })
  if (counted && row.mailed_count >= MOST_A_DAY && Temporal.Instant.compare(counted, work.now) > 0) return counted
  const apart = row.mailed_at?.add({ minutes: APART_MINUTES })
  return !urgent && apart && Temporal.Instant.compare(apart, work.now) > 0 ? apart : null
}
