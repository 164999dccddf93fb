// Doing something about a task through its link: plain forms, each done once.
import * as access from '#access'
import * as tasks from '#tasks'
import { isUuid } from '#base/contract'
import { asRefusal } from '#base/http'
import { Refused, refuse } from '#base/work'
import { pageExpired } from '#portal/contract'
import type { OutsideDeed, TaskId } from '#tasks/contract'
import { askedLanguage } from '../asked-language.ts'
import { withLanguage } from '../frame.ts'
import { makePlaces } from '../places.ts'
import { needOurPage, readSent, type Sent } from '../request/sent.ts'
import { readStamp } from '../stamp.ts'
import { throughLink, type Call } from './call.ts'
import { show } from './look.ts'
import { deedOf, purposeOf } from './shown.ts'

const uploads = makePlaces(8) // each may hold twenty megabytes
const STAMP_HOURS = 24 * 7

export async function post(call: Call): Promise<unknown> {
  const { house, request, reply } = call
  needOurPage(request, house.url)
  await throughLink(house, request.params.token, async () => {}) // before anything large is read
  const kept: Record<string, string> = {}
  try {
    const sent = await uploads.hold(request.ip, () => readSent(request, (name, value) => void (kept[name] = value)))
    const did = await act(call, sent)
    return await reply.redirect(withLanguage(`/t/${request.params.token}?done=${did}#said`, askedLanguage(request)), 303)
  } catch (error) {
    return await showAgain(call, error, { draft: kept['text'] ?? '', tried: deedOf(kept['did']) })
  }
}

async function act({ house, request }: Call, { fields, files }: Sent): Promise<OutsideDeed> {
  const did = deedOf(fields['did'])
  if (!did) throw refuse(pageExpired, {})
  await throughLink(house, request.params.token, async (work, { task }) => {
    const once = needStamp({ house, fields, did, task, now: work.now })
    const { text = '', other = '' } = fields
    await tasks.actOutside(work, task, { did, once, text, other, files: did === 'answer' ? files : [] })
  })
  return did
}

type Stamped = { house: Call['house']; fields: Sent['fields']; did: OutsideDeed; task: TaskId; now: Temporal.Instant }

/** The id that makes a second sending the same sending. */
function needStamp({ house, fields: { once = '', stamp = '' }, did, task, now }: Stamped): string {
  const given = isUuid(once) ? readStamp(house.seal, stamp, purposeOf(task, did, once)) : undefined
  if (!given || Temporal.Instant.compare(given.add({ hours: STAMP_HOURS }), now) < 0) throw refuse(pageExpired, {})
  return once
}

// What a person can mend is said on the page itself, with what they wrote still in its place.
const MENDABLE = new Set([409, 413, 415, 422, 429])
async function showAgain(call: Call, error: unknown, told: { draft: string; tried: OutsideDeed | null }): Promise<unknown> {
  const { house, request } = call
  const { refusal } = asRefusal(error)
  if (!(error instanceof Refused) || !MENDABLE.has(refusal.status)) throw error
  const link = tasks.readLink(request.params.token)
  if (link) await access.auditRefusal(house, { tenant: link.tenant, door: 'page', code: refusal.code, address: request.ip })
  return await show(call, { problem: refusal[askedLanguage(request)], status: refusal.status, ...told })
}
