// The keys by which a site signs who its visitor is. Two live at once let a site change from one to the other without a gap.
import { audit } from '#access'
import { newId, newToken } from '#base/id'
import { notFound } from '#base/refusal'
import type { Seal } from '#base/seal'
import { refuse, type Work } from '#base/work'
import type { z } from 'zod'
import {
  keyPrivate, keysEnough, keyUnreadable, keyWeak, MOST_LIVE_KEYS, type IdentityKeyId, type identityKeyShape, type KeyAlgorithm, type newIdentityKey,
  type WidgetId,
} from '../contract.ts' // prettier-ignore
import { readPublicKey } from './rules/public-key.ts'
import { needWidget } from './show.ts'
import { holdLiveKeys, insertKey, listKeys, retireKey } from './store/identity-key.ts'

type Shown = z.infer<typeof identityKeyShape>

export async function listIdentityKeys(work: Work, { id }: { id: WidgetId }): Promise<{ items: Shown[] }> {
  await needWidget(work, id, 'channel.read')
  const keys = await listKeys(work, id)
  return {
    items: keys.map(({ made_at, used_at, retired_at, ...key }) => ({
      ...key,
      made_at: made_at.toString(),
      used_at: used_at?.toString() ?? null,
      retired_at: retired_at?.toString() ?? null,
    })),
  }
}

type Made = Shown & { secret: string | null }
export const makeIdentityKey =
  (seal: Seal) =>
  async (work: Work, { id: widget, name, public_key }: z.output<typeof newIdentityKey>): Promise<Made> => {
    await needWidget(work, widget, 'channel.manage')
    const live = await holdLiveKeys(work, widget)
    if (live.length >= MOST_LIVE_KEYS) throw refuse(keysEnough, { limit: MOST_LIVE_KEYS })
    const id = newId<'identity_key'>(work.now)
    const key = public_key ? pasted(public_key) : drawn(seal)
    await insertKey(work, { id, widget, name, algorithm: key.algorithm, sealed: key.sealed, public_key: key.public_key })
    await audit(work, 'widget.key_made', { about: widget, details: { key: id, name, algorithm: key.algorithm } })
    const made_at = work.now.toString()
    return { id, name, algorithm: key.algorithm, made_at, used_at: null, retired_at: null, secret: key.secret }
  }

type Material = { algorithm: KeyAlgorithm; sealed: Buffer | null; public_key: string | null; secret: string | null }

// 52 letters of base32, 260 bits: more than the 256 that HS256 asks for (RFC 7518 §3.2). Signed with as the text it is shown as.
function drawn(seal: Seal): Material {
  const secret = newToken() + newToken()
  return { algorithm: 'HS256', sealed: seal.close(secret), public_key: null, secret }
}

function pasted(text: string): Material {
  const read = readPublicKey(text)
  if (read.ok) return { algorithm: read.algorithm, sealed: null, public_key: read.pem, secret: null }
  throw read.why === 'private' ? refuse(keyPrivate, {}) : read.why === 'weak' ? refuse(keyWeak, {}) : refuse(keyUnreadable, {})
}

export async function retireIdentityKey(
  work: Work,
  { id, identity_key }: { id: WidgetId; identity_key: IdentityKeyId },
): Promise<object> {
  await needWidget(work, id, 'channel.manage')
  if ((await retireKey(work, { widget: id, id: identity_key })) === 0) throw refuse(notFound, {})
  await audit(work, 'widget.key_retired', { about: id, details: { key: identity_key } })
  return {}
}
