import { route } from '#base/http'
import * as contract from './contract.ts'
import { listLinks, makeLink, revokeLink } from './links.ts'

export const routes = [
  route(contract.listPageLinks, listLinks),
  route(contract.postPageLink, makeLink),
  route(contract.deletePageLink, revokeLink),
]
