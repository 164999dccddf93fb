// The pages customers see, in one list: a new page is a file and a line here.
import type { FastifyInstance } from 'fastify'
import type { Seal } from '#base/seal'
import type { Open } from '#base/work'
import { serveAssets } from './assets.ts'
import { serveRequest } from './request/serve.ts'
import { serveTask } from './task/serve.ts'
import { serveForms } from './form/serve.ts'
import { serveHelp } from './help/serve.ts'
import { serveCalendars } from './ical/serve.ts'
import { serveTryWidget } from './try-widget.ts'
import { serveWidget } from './serve-widget.ts'

export type House = Open & { seal: Seal; url: string } // url: the public address as the settings give it, empty when they do not
export type Served = (app: FastifyInstance, house: House) => void

export const pages: readonly Served[] = [
  serveAssets,
  serveCalendars,
  serveForms,
  serveHelp,
  serveRequest,
  serveTask,
  serveTryWidget,
  serveWidget,
]
