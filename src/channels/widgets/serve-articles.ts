// GET /api/widget/:key/articles?q=…&language=fr → {items: [{id, title, excerpt, path}]}: what may answer the question before somebody does.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { network } from '#access'
import * as knowledge from '#knowledge'
import { inWork, refuse, system, type Open } from '#base/work'
import { tooFast } from '../contract.ts'
import { makeTally } from './rules/tally.ts'
import type { Admitted } from './gate.ts'

type Asked = { Params: { key: string }; Querystring: { q?: unknown; language?: unknown } }

const MOST_OFFERED = 5
const LONGEST_QUESTION = 300
const OF_AN_ADDRESS = [{ seconds: 10, most: 20 }, { seconds: 600, most: 300 }] // prettier-ignore

export function serveArticles(
  app: FastifyInstance,
  house: Open,
  admit: (request: FastifyRequest<Asked>) => Promise<Admitted>,
): void {
  const tally = makeTally(20_000)
  app.get<Asked>('/api/widget/:key/articles', async (request, reply) => {
    const admitted = await admit(request)
    const wait = tally.take(network(admitted.address), house.clock.now().epochMilliseconds, OF_AN_ADDRESS)
    if (wait > 0) throw refuse(tooFast, { retry_after_seconds: Math.ceil(wait) })
    const asked = { brand: admitted.brand.id, ...questionOf(request), limit: MOST_OFFERED }
    const items = await inWork(house, { tenant: admitted.tenant, actor: system('widgets') }, (work) =>
      knowledge.suggest(work, asked),
    )
    return await reply.header('cache-control', 'no-store').send({ items })
  })
}

const questionOf = ({ query }: FastifyRequest<Asked>): { words: string; language: 'fr' | 'en' } => ({
  words: typeof query.q === 'string' ? query.q.slice(0, LONGEST_QUESTION) : '',
  language: query.language === 'en' ? 'en' : 'fr',
})
