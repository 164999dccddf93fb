// Who speaks to us over a widget: what the door knows of it, and what the visitor said or the site proved.
import type { Proven } from '../widgets/gate.ts'
import type { Admitted } from '../widgets/gate.ts'
import type { Said, Shown } from './store/visit.ts'

export type Speaker = {
  admitted: Admitted
  hash: Buffer // of the visitor's secret
  language: 'fr' | 'en'
  page: string | null
  said: Said | null
  proven: Proven | null
}

export const shownOf = (proven: Proven | null): Shown | null =>
  proven && { name: proven.name, email: proven.email_verified ? proven.email : null }

/** The page somebody looks at, without what may be secret in it. */
export function pageOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, origin, pathname } = new URL(address)
  return /^https?:$/.test(protocol) ? `${origin}${pathname}`.slice(0, 1_000) : null
}
