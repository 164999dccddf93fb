// API keys: for programs, never for people. A key holds one role, at most as wide as its maker's, and always expires.
import { newId } from '#base/id'
import { notFound, refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { keyRevoked, type KeyId } from './contract.ts'
import { mayGive } from './may-give.ts'
import { complete, type GrantInput } from './open-account.ts'
import { makeToken } from './token.ts'
import * as store from './store/keys.ts'

export type NewKey = GrantInput & { name: string; days: number }
export type MadeKey = { id: KeyId; secret: string; expires_at: Temporal.Instant }

// The secret is shown here and never again: only its hash is kept.
export async function createKey(work: Work, key: NewKey): Promise<MadeKey> {
  allow(work, 'key.manage')
  const grant = complete(key)
  mayGive(work, [grant])
  const { text, hash } = makeToken(work.tenant, 'gk_')
  const id = newId<'key'>(work.now)
  const expires_at = work.now.add({ hours: key.days * 24 })
  await store.insertKey(work.sql, work, { ...grant, id, name: key.name, hash, expires_at })
  await audit(work, 'key.made', { about: id, details: { name: key.name, days: key.days, ...grant } })
  return { id, secret: text, expires_at }
}

export async function revokeKey(work: Work, { id }: { id: KeyId }): Promise<object> {
  allow(work, 'key.manage')
  const key = await store.findKey(work.sql, work, id)
  if (!key) throw refuse(notFound, {})
  mayGive(work, [key])
  await store.revokeKey(work.sql, work, id)
  await audit(work, 'key.revoked', { about: id, details: { name: key.name } })
  work.publish(keyRevoked, { key_id: id })
  return {}
}

export async function listKeys(work: Work, page: { cursor?: string | undefined; limit: number }) {
  allow(work, 'key.manage')
  const found = await store.findKeys(work.sql, work, { before: page.cursor, most: page.limit + 1 })
  const items = found.slice(0, page.limit).map((key) => ({
    ...key,
    made_at: key.made_at.toString(),
    expires_at: key.expires_at.toString(),
    used_at: key.used_at?.toString() ?? null,
    revoked_at: key.revoked_at?.toString() ?? null,
  }))
  return { items, next: found.length > page.limit ? items.at(-1)!.id : null }
}
