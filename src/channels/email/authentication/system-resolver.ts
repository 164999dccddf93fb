// The machine's own name servers, asked within our bounds. One for each process; it is handed on, never imported as a value.
import { Resolver } from 'node:dns/promises'
import { boundedResolver, type Resolve } from './resolver.ts'

export function systemResolver(): Resolve {
  const resolver = new Resolver({ timeout: 2_000, tries: 1 })
  // The types that are asked for (TXT, A, AAAA, MX, PTR, CNAME, NS) answer with strings, or lists of them for TXT; MX with records.
  const ask: Resolve = async (name, type) => (await resolver.resolve(name, type)) as string[] | string[][]
  return boundedResolver(ask, () => performance.now())
}
