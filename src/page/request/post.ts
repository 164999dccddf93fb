// Doing something on the customer's page: plain forms, each done once.
import * as access from '#access'
import * as portal from '#portal'
import { asRefusal } from '#base/http'
import { Refused } from '#base/work'
import { deeds, type DeedId } from '#portal/contract'
import { askedLanguage } from '../asked-language.ts'
import { withLanguage } from '../frame.ts'
import { numberOf, type Call } from './call.ts'
import { sendGonePage } from './gone.ts'
import { show } from './look.ts'
import { makePlaces } from '../places.ts'
import { needOurPage, needStamp, readFields, readSent, type Sent } from './sent.ts'

const uploads = makePlaces(8) // each may hold twenty megabytes

export async function post(call: Call): Promise<unknown> {
  const { house, request } = call
  needOurPage(request, house.url)
  await portal.throughLink(house, request.params.token, async () => {}) // before anything large is read
  let draft = ''
  try {
    const sent = await uploads.hold(request.ip, () => readSent(request, (name, value) => void (name === 'text' && (draft = value)))) // prettier-ignore
    return back(call, await act(call, sent))
  } catch (error) {
    return await showAgain(call, error, draft)
  }
}

async function act({ house, request }: Call, { fields, files }: Sent): Promise<{ number: number; said: string }> {
  const did = deeds.find((each) => each === fields['did']) ?? 'wrote'
  const language = askedLanguage(request)
  const { number } = await portal.throughLink(house, request.params.token, async (work, link) => {
    const once = needStamp(house.seal, fields, { link, now: work.now }) as DeedId // a UUID made with the form, checked there
    return await portal.act(work, link, { did, once, number: numberOf(request), text: fields['text'] ?? '', files, language })
  })
  return { number, said: did }
}

const back = ({ request, reply }: Call, { number, said }: { number: number; said: string }): unknown =>
  reply.redirect(withLanguage(`/r/${request.params.token}?request=${number}&said=${said}#said`, askedLanguage(request)), 303)

// What a person can mend is said on the page itself, with what they wrote still in its place.
const MENDABLE = new Set([409, 413, 415, 422, 429])
async function showAgain(call: Call, error: unknown, draft: string): Promise<unknown> {
  const { house, request } = call
  const { refusal } = asRefusal(error)
  if (!(error instanceof Refused) || !MENDABLE.has(refusal.status)) throw error
  const read = portal.pageToken(request.params.token)
  if (read) await access.auditRefusal(house, { tenant: read.tenant, door: 'page', code: refusal.code, address: request.ip })
  return await show(call, { problem: refusal[askedLanguage(request)], draft, status: refusal.status })
}

export async function confirm(call: Call): Promise<unknown> {
  const { house, request } = call
  needOurPage(request, house.url)
  const fields = readFields(request)
  const number = await portal.throughLink(house, request.params.token, async (work, link) => {
    needStamp(house.seal, fields, { link, now: work.now })
    await portal.confirm(work, link)
    return (await portal.requestOf(work, link, numberOf(request))).number
  })
  return back(call, { number, said: 'confirmed' })
}

// The answer is the same whatever the address and the link: it tells nobody who is known to us.
export async function renew({ house, request, reply }: Call): Promise<unknown> {
  needOurPage(request, house.url)
  const fields = readFields(request)
  const { token } = request.params
  const [email, language] = [(fields['email'] ?? '').slice(0, 320), askedLanguage(request)]
  await portal.askForLink(house, { token, email, address: request.ip, language })
  return await sendGonePage(reply, { token, language, status: 200, asked: true })
}
