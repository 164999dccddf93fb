// The page of a task over HTTP, for whoever was asked and has no account: /t/<link>.
import type { FastifyInstance } from 'fastify'
import type { House } from '../all.ts'
import { guarded } from './call.ts'
import { file, show } from './look.ts'
import { post } from './post.ts'

export function serveTask(app: FastifyInstance, house: House): void {
  app.get('/t/:token', guarded(house, (call) => show(call))) // prettier-ignore
  app.get('/t/:token/files/:id', guarded(house, file))
  app.post('/t/:token', guarded(house, post))
}
