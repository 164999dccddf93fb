// The customer's page over HTTP: /r/<link>.
import type { FastifyInstance } from 'fastify'
import type { House } from '../all.ts'
import { guarded, type Asked } from './call.ts'
import { file, list, photo, qr, show, state } from './look.ts'
import { confirm, post, renew } from './post.ts'

export function serveRequest(app: FastifyInstance, house: House): void {
  app.get('/r/:token', guarded(house, (call) => show(call))) // prettier-ignore
  app.get('/r/:token/state', guarded(house, state))
  app.get('/r/:token/requests', guarded(house, list))
  app.get('/r/:token/qr.svg', guarded(house, qr))
  app.get('/r/:token/files/:id', guarded(house, file))
  app.get('/r/:token/photo/:id', guarded(house, photo))
  app.post('/r/:token/messages', guarded(house, post))
  app.post('/r/:token/confirm', guarded(house, confirm))
  app.post('/r/:token/renewal', async (request, reply) => await renew({ house, request: request as Asked, reply })) // the path names its params
}
