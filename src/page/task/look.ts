// Looking at a task: a GET, which changes nothing.
import { Readable } from 'node:stream'
import * as tasks from '#tasks'
import { streamFile } from '#base/files'
import { isUuid } from '#base/contract'
import { notFound } from '#base/refusal'
import { refuse, system } from '#base/work'
import { linkOver } from '#tasks/contract'
import { askedLanguage } from '../asked-language.ts'
import { sendPage } from '../frame.ts'
import { throughLink, type Call } from './call.ts'
import { deedOf, shownOf, type Shown } from './shown.ts'
import { taskPage } from './view.ts'

export type Told = Partial<Pick<Shown, 'problem' | 'draft' | 'tried'>> & { status?: number }

export async function show({ house, request, reply }: Call, { status = 200, ...told }: Told = {}): Promise<unknown> {
  const { token } = request.params
  const { facts, now } = await throughLink(house, token, async (work, { task }) => {
    const found = await tasks.outsideFacts(work, task)
    if (!found) throw refuse(linkOver, {})
    return { facts: found, now: work.now }
  })
  const language = askedLanguage(request, facts.card?.language ?? facts.brand.language)
  const shown = shownOf({ facts, token, language, now, seal: house.seal, done: deedOf(request.query['done']), ...told })
  return await sendPage(reply, {
    title: facts.task.title, language, brand: { name: facts.brand.name, colour: facts.brand.colour }, here: `/t/${token}`, styles: ['request.css', 'task.css'],
    status, body: taskPage(shown),
  }) // prettier-ignore
}

/** A file that was passed on with the task: always a download. */
export async function file({ house, request, reply }: Call): Promise<unknown> {
  const { token, id = '' } = request.params
  if (!isUuid(id)) throw refuse(notFound, {})
  const { tenant, ...found } = await throughLink(house, token, async (work, { task }) => {
    const facts = await tasks.outsideFacts(work, task)
    const wanted = facts?.files.find((each) => each.id === id)
    if (!wanted) throw refuse(notFound, {})
    return { ...wanted, tenant: work.tenant }
  })
  const name = encodeURIComponent(found.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  const pieces = streamFile(house, { tenant, actor: system('task_page') }, { id: found.file_id, size: found.size })
  return await reply
    .headers({
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff', 'content-type': 'application/octet-stream', 'content-length': found.size,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    })
    .send(Readable.from(pieces, { highWaterMark: 2 })) // prettier-ignore
}
