// Who the site says its visitor is. The algorithm is the key's and never the token's (RFC 8725 §3.1): a token that names another one, or none,
// is refused before anything is computed with it, and so a public key is never taken for a secret.
import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { compactVerify, decodeProtectedHeader } from 'jose'
import type { Seal } from '#base/seal'
import { refuse, type Refused, type Work } from '#base/work'
import { isUuid } from '#base/contract'
import type { EntryPointId } from '#brands/contract'
import {
  identityAlgorithm, identityElsewhere, identityExpired, identityIncomplete, identityKeyUnknown, identityNotYet, identitySignature, identityTooLong,
  identityUnreadable, keyAlgorithms, type WidgetId,
} from '../contract.ts' // prettier-ignore
import type { Proven } from './gate.ts'
import { judgeClaims, type Claims } from './rules/judge-claims.ts'
import { markUsed, verifyingKeys, type VerifyingKey } from './store/identity-key.ts'

const LONGEST_TOKEN = 4_096
const USED_SECONDS = 60 // `used_at` is written at most so often

type At = { widget: WidgetId; key: string; entry_point: EntryPointId }

export async function proveIdentity(work: Work, seal: Seal, { at, token }: { at: At; token: string }): Promise<Proven> {
  const { alg, kid } = headerOf(token)
  const key = chosen(await verifyingKeys(work, at.widget), kid)
  if (alg !== key.algorithm) throw refuse(identityAlgorithm, {})
  const judged = judgeClaims(await verified(token, key, seal), at.key, work.now.epochMilliseconds / 1_000)
  if (!judged.ok) throw refuse(refusals[judged.why], {})
  if (!key.used_at || key.used_at.until(work.now).total('seconds') > USED_SECONDS) await markUsed(work, key.id)
  const { sub, name, email, email_verified } = judged
  const identity: Proven['identity'] = email_verified && email
    ? { kind: 'email', value: email }
    : { kind: 'handle', value: `site:${at.entry_point}:${sub}` } // prettier-ignore
  return { sub, name, email, email_verified, identity }
}

const refusals = {
  incomplete: identityIncomplete,
  elsewhere: identityElsewhere,
  expired: identityExpired,
  not_yet: identityNotYet,
  too_long: identityTooLong,
}

function headerOf(token: string): { alg: string; kid: string | undefined } {
  if (token.length > LONGEST_TOKEN) throw refuse(identityUnreadable, {})
  const header = readHeader(token)
  if (!header) throw refuse(identityUnreadable, {})
  const { alg, kid } = header
  if (!keyAlgorithms.some((known) => known === alg)) throw refuse(identityAlgorithm, {})
  return { alg: String(alg), kid: typeof kid === 'string' ? kid : undefined }
}

function readHeader(token: string): { alg?: unknown; kid?: unknown } | undefined {
  if (!/^[\w-]+\.[\w-]*\.[\w-]*$/.test(token)) return undefined
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined // said by the caller
  }
}

// A token that names no key is read with the only one there is; of several it must say which.
function chosen(keys: readonly VerifyingKey[], kid: string | undefined): VerifyingKey {
  const found = kid === undefined ? (keys.length === 1 ? keys[0] : undefined) : keys.find(({ id }) => isUuid(kid) && id === kid.toLowerCase()) // prettier-ignore
  if (!found) throw refuse(identityKeyUnknown, {})
  return found
}

async function verified(token: string, key: VerifyingKey, seal: Seal): Promise<Claims> {
  const { payload } = await compactVerify(token, material(key, seal), { algorithms: [key.algorithm] }).catch(
    (error: { code?: string }) => {
      throw refusedBy(error)
    },
  )
  return readClaims(payload)
}

function readClaims(payload: Uint8Array): Claims {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (read !== null && typeof read === 'object' && !Array.isArray(read)) return read
  } catch {
    // not JSON: as what is no object
  }
  throw refuse(identityUnreadable, {})
}

const material = (key: VerifyingKey, seal: Seal): KeyObject =>
  key.algorithm === 'HS256'
    ? createSecretKey(Buffer.from(seal.open(key.sealed!), 'utf8')) // the table holds one or the other
    : createPublicKey(key.public_key!)

function refusedBy({ code = '' }: { code?: string }): Refused {
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return refuse(identitySignature, {})
  if (code === 'ERR_JOSE_ALG_NOT_ALLOWED') return refuse(identityAlgorithm, {})
  return refuse(identityUnreadable, {})
}
