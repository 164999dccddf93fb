// Keys our mail is signed with (DKIM). The private half is made here, sealed, and never shown; what is shown is the record to publish. A
// domain has at most two at once: RSA and ed25519 side by side, or the old one and the new while the record changes.
import { allow, audit } from '#access'
import { newId, newToken } from '#base/id'
import { notFound } from '#base/refusal'
import type { Seal } from '#base/seal'
import { refuse, type Work } from '#base/work'
import type { z } from 'zod'
import { dkimKeysEnough, type DkimKeyId, type dkimKeyShape } from '../contract.ts'
import { makeDkimKey, zoneLine } from './sending/sign.ts'
import { closeDkimKey, insertDkimKey, listDkimKeys, lockDkimKeys } from './store/dkim.ts'

type Shown = z.infer<typeof dkimKeyShape>
const MOST_A_DOMAIN = 2

export const addDkimKey =
  (seal: Seal) =>
  async (work: Work, { domain, kind }: { domain: string; kind: 'rsa' | 'ed25519' }): Promise<Shown> => {
    allow(work, 'channel.manage', { brand: null })
    await lockDkimKeys(work, domain)
    if ((await listDkimKeys(work)).filter((key) => key.domain === domain).length >= MOST_A_DOMAIN)
      throw refuse(dkimKeysEnough, {})
    const selector = `guichet-${newToken().slice(0, 8)}`
    const { key, record } = makeDkimKey(kind, domain, selector)
    const id = newId<'dkim_key'>(work.now)
    await insertDkimKey(work, { id, domain, selector, sealed: seal.close(key.privateKey), record: record.text })
    await audit(work, 'dkim.made', { about: id, details: { record: record.name } })
    return { id, domain, selector, made_at: work.now.toString(), record }
  }

export async function showDkimKeys(work: Work): Promise<{ items: Shown[] }> {
  allow(work, 'channel.read', { brand: null })
  const keys = await listDkimKeys(work)
  return {
    items: keys.map(({ id, domain, selector, record, made_at }) => ({
      id,
      domain,
      selector,
      made_at: made_at.toString(),
      record: zoneLine({ domain, selector, text: record }),
    })),
  }
}

export async function retireDkimKey(work: Work, { id }: { id: DkimKeyId }): Promise<object> {
  allow(work, 'channel.manage', { brand: null })
  if ((await closeDkimKey(work, id)) === 0) throw refuse(notFound, {})
  await audit(work, 'dkim.retired', { about: id })
  return {}
}
