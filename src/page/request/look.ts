// Looking at the customer's page: a GET, which changes nothing that matters.
import * as brands from '#brands'
import * as portal from '#portal'
import type { EntryPointId } from '#brands/contract'
import { deeds } from '#portal/contract'
import { askedLanguage } from '../asked-language.ts'
import { sendPage, withLanguage } from '../frame.ts'
import { idOf, numberOf, type Asked, type Call } from './call.ts'
import { requestsPage } from './list.ts'
import { qrOf } from './qr.ts'
import { sendFile } from './send-file.ts'
import { shownOf, stateOf, type Flash } from './shown.ts'
import { requestPage } from './view.ts'
import { sayIn } from './words.ts'

const OTHERS = 6
const A_PAGE = 30

export type Told = { problem?: string; draft?: string; status?: number }

export async function show({ house, request, reply }: Call, told: Told = {}): Promise<unknown> {
  const { token } = request.params
  const { brand, ...made } = await portal.throughLink(house, token, async (work, link) => {
    await portal.noteOpening(work, link)
    const found = await portal.requestOf(work, link, numberOf(request))
    const [shown, others, of] = await Promise.all([
      portal.showRequest(work, link, found),
      portal.listRequests(work, link, { most: OTHERS }),
      brands.brand(work, link.brand_id),
    ])
    return { link, request: shown, others: others.items, brand: of, now: work.now }
  })
  const language = askedLanguage(request, brand?.language)
  const { problem = null, draft = '', status = 200 } = told
  const shown = shownOf({
    token,
    language,
    seal: house.seal,
    ...made,
    flash: flashOf(request, made.request.status === 'solved'),
    problem,
    draft,
  })
  return await sendPage(reply, {
    title: made.request.subject.trim() || shown.say('noSubject'), language, brand: brand ? { name: brand.name, colour: brand.colour } : null,
    here: `/r/${token}?request=${made.request.number}`, styles: ['request.css'], script: 'request.js', connects: true, status, body: requestPage(shown),
  }) // prettier-ignore
}

// Solved for the customer and kept open by what the house still waits for: that is another word.
function flashOf({ query }: Asked, isClosed: boolean): Flash | null {
  const found = [...deeds, 'confirmed' as const].find((each) => each === query['said'])
  if (found === 'solved' && !isClosed) return 'said_solved_kept'
  return found ? `said_${found}` : null
}

export async function state({ house, request, reply }: Call): Promise<unknown> {
  const now = await portal.throughLink(house, request.params.token, async (work, link) =>
    stateOf(await portal.requestState(work, await portal.requestOf(work, link, numberOf(request)))),
  )
  return await reply.header('cache-control', 'no-store').send({ state: now })
}

export async function list({ house, request, reply }: Call): Promise<unknown> {
  const { token } = request.params
  const { page, brand, now, number, zone } = await portal.throughLink(house, token, async (work, link) => {
    const found = await portal.requestOf(work, link, numberOf(request))
    const door = await brands.entryPoint(work, found.entry_point_id as EntryPointId) // a foreign key says so
    return {
      page: await portal.listRequests(work, link, { most: A_PAGE, cursor: request.query['cursor'] }),
      brand: await brands.brand(work, link.brand_id),
      now: work.now,
      number: found.number,
      zone: door?.zone ?? 'Europe/Paris',
    }
  })
  const language = askedLanguage(request, brand?.language)
  const say = sayIn(language)
  const address = (path: string, of = number): string => withLanguage(`/r/${token}${path}?request=${of}`, language)
  return await sendPage(reply, {
    title: say('all'), language, brand: brand ? { name: brand.name, colour: brand.colour } : null, here: `/r/${token}/requests?request=${number}`,
    styles: ['request.css'], body: requestsPage(page, { say, language, address, number, at: { zone, language, now } }),
  }) // prettier-ignore
}

export async function qr({ house, request, reply }: Call): Promise<unknown> {
  const { token } = request.params
  await portal.throughLink(house, token, async () => {})
  const svg = await qrOf(`${house.url || `${request.protocol}://${request.host}`}/r/${token}`)
  return await reply.header('content-type', 'image/svg+xml').header('cache-control', 'private, max-age=3600').send(svg)
}

export async function file({ house, request, reply }: Call): Promise<unknown> {
  const id = idOf(request)
  const find: Parameters<typeof sendFile>[2]['find'] = (work, link) => portal.documentOf(work, link, id)
  return await sendFile(house, request.params.token, { reply, inline: false, find })
}

export async function photo({ house, request, reply }: Call): Promise<unknown> {
  const of = { person: idOf(request) as never, number: numberOf(request) } // whether somebody has this id is the room's answer
  const find: Parameters<typeof sendFile>[2]['find'] = (work, link) => portal.photoOf(work, link, of)
  return await sendFile(house, request.params.token, { reply, inline: true, find })
}
