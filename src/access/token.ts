// What opens a door carries the tenant in clear and 130 random bits. The tenant is there so that the look-up is made inside that
// tenant, behind row-level security; it opens nothing by itself. The first letters say what it is: gk_ an API key, wd_ a widget, fm_ a
// form (both public), vs_ a visitor's conversation, cp_ a customer's page, tk_ a task,
// ic_ the calendar of somebody's shifts; nothing, a session.
import type { TenantId } from '#base/contract'
import { hashToken, newToken } from '#base/id'

export type Token = { text: string; tenant: TenantId; hash: Buffer }
export type TokenPrefix = '' | 'gk_' | 'wd_' | 'fm_' | 'vs_' | 'cp_' | 'tk_' | 'ic_'

const FORM = /^([a-z]{2}_)?([0-9a-f]{32})_([a-z2-7]{26})$/

export function makeToken(tenant: TenantId, prefix: TokenPrefix = ''): Token {
  const text = `${prefix}${tenant.replaceAll('-', '')}_${newToken()}`
  return { text, tenant, hash: hashToken(text) }
}

export function readToken(text: string, prefix: TokenPrefix = ''): Token | undefined {
  const found = FORM.exec(text)
  if (!found || (found[1] ?? '') !== prefix) return undefined
  const hex = found[2]!
  const tenant = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { text, tenant: tenant as TenantId, hash: hashToken(text) } // its form was checked above; whether it exists is row-level security's answer
}
