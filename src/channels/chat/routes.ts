import { route, type Route } from '#base/http'
import * as contract from '../contract.ts'
import { end } from './end.ts'
import { readByUs } from './read.ts'
import { serveBy } from './serve-by.ts'
import { list, show } from './show.ts'
import type { Visitors } from './visitors.ts'

export const chatRoutes = ({ visitors }: { visitors: Visitors }): Route[] => [
  route(contract.listChats, list(visitors)),
  route(contract.getChat, show(visitors)),
  route(contract.putChatHandler, serveBy(visitors)),
  route(contract.putChatRead, readByUs),
  route(contract.deleteChat, end),
]
