import { route } from '#base/http'
import * as contract from './contract.ts'
import { editions, list, view } from './list.ts'
import { publish, withdraw } from './publish.ts'
import { begin, edit } from './write.ts'

export const routes = [
  route(contract.listArticles, list),
  route(contract.getArticle, view),
  route(contract.postArticle, begin),
  route(contract.patchArticle, edit),
  route(contract.putPublished, publish),
  route(contract.deletePublished, withdraw),
  route(contract.listEditions, editions),
]
