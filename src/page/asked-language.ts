import type { FastifyRequest } from 'fastify'
import { languageOf, type Language } from './rules/language.ts'

/** What was chosen in the address (`lang`), else what the browser prefers, else `otherwise`. */
export function askedLanguage(request: FastifyRequest, otherwise: Language = 'fr'): Language {
  const { lang } = request.query as { lang?: unknown }
  return languageOf({
    chosen: typeof lang === 'string' ? lang : undefined,
    accepted: request.headers['accept-language'],
    otherwise,
  })
}
