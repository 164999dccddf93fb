// Files in and out. What strangers sent is always a download, never a page of ours; pictures of a mail may be shown by the desk.
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as cases from '#cases'
import * as channels from '#channels'
import * as tasks from '#tasks'
import { MOST_ATTACHED_BYTES } from '#cases/contract'
import type { Door } from '#access'
import { isUuid } from '#base/contract'
import { bodyUnreadable, inputInvalid } from '#base/refusal'
import { sendKeptFile } from '#base/send-file'
import { inWork, refuse, type Open, type Work } from '#base/work'

export function serveFiles(app: FastifyInstance, served: Open & { door: Door }): void {
  void app.register(multipart, { limits: { fileSize: MOST_ATTACHED_BYTES, files: 1, fields: 5 } })
  app.get<{ Params: { id: string }; Querystring: { show?: string } }>('/api/v1/attachments/:id', async (request, reply) => {
    const as = await served.door.admit(request, 'case.read')
    const show = request.query.show !== undefined
    return await sendKeptFile(served, as, {
      reply,
      show,
      find: (work) => cases.downloadAttachment(work, uuid(request.params.id)),
    })
  })
  app.get<{ Params: { id: string } }>('/api/v1/interactions/:id/original', async (request, reply) => {
    const as = await served.door.admit(request, 'case.read')
    return await sendKeptFile(served, as, {
      reply,
      show: false,
      find: (work) => cases.downloadOriginal(work, uuid(request.params.id) as never),
    })
  })
  app.get<{ Params: { id: string } }>('/api/v1/task-files/:id', async (request, reply) => {
    const as = await served.door.admit(request, 'task.read')
    const find = (work: Work) => tasks.download(work, uuid(request.params.id) as never)
    return await sendKeptFile(served, as, { reply, show: false, find })
  })
  app.get<{ Params: { id: string; index: string } }>('/api/v1/task-strays/:id/files/:index', async (request, reply) => {
    const as = await served.door.admit(request, 'task.read')
    const stray = { id: uuid(request.params.id) as never, index: Number(request.params.index) }
    return await sendKeptFile(served, as, { reply, show: false, find: (work) => tasks.strayFile(work, stray) })
  })
  app.post<{ Params: { id: string } }>('/api/v1/tasks/:id/uploads', async (request, reply) => {
    const as = await served.door.admit(request, 'task.read')
    const file = await broughtIn(request)
    const kept = await inWork(served, as, (work) =>
      tasks.upload(work, { task: uuid(request.params.id) as never, name: file.name, bytes: file.bytes }),
    )
    return await reply.code(201).send(kept)
  })
  app.get<{ Params: { id: string } }>('/api/v1/tray/:id/original', async (request, reply) => {
    const as = await served.door.admit(request, 'tray.handle')
    const find = async (work: Work) => ({
      name: 'original.eml',
      type: 'message/rfc822',
      file: await channels.slipOriginal(work, uuid(request.params.id) as never),
    })
    return await sendKeptFile(served, as, { reply, show: false, find })
  })
  app.post<{ Params: { id: string } }>('/api/v1/cases/:id/uploads', async (request, reply) => {
    const as = await served.door.admit(request, 'case.reply')
    const { name, type, bytes } = await broughtIn(request)
    const kept = await inWork(served, as, (work) =>
      cases.upload(work, { id: uuid(request.params.id) as never, name, type, bytes }),
    )
    return await reply.code(201).send(kept)
  })
}

async function broughtIn(request: FastifyRequest): Promise<{ name: string; type: string; bytes: Buffer }> {
  const file = await request.file().catch(unreadable)
  if (!file) throw refuse(inputInvalid, { fields: [{ path: 'file', message: 'send one file as multipart/form-data' }] })
  return { name: file.filename, type: file.mimetype, bytes: await file.toBuffer().catch(unreadable) }
}

// The parser of multipart bodies throws bare words at a body that has no parts.
function unreadable(error: unknown): never {
  throw error instanceof Error && /^(Multipart|Unexpected end of|Part terminated)/.test(error.message)
    ? refuse(bodyUnreadable, {})
    : error
}

function uuid(text: string): string {
  if (!isUuid(text)) throw refuse(inputInvalid, { fields: [{ path: 'id', message: 'must be a UUID' }] })
  return text
}
