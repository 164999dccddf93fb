// Which public keys a site may hand us, and the one algorithm each is good for.
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { KeyAlgorithm } from '../../contract/widgets.ts'

export type ReadKey =
  | { ok: true; algorithm: Exclude<KeyAlgorithm, 'HS256'>; pem: string }
  | { ok: false; why: 'unreadable' | 'private' | 'weak' }

const LEAST_RSA_BITS = 2_048 // NIST SP 800-131A, RFC 7518 §3.3

/** Reads a public key as PEM (SPKI, PKCS#1 or a certificate) or JWK; kept as SPKI in PEM. A private key is told apart, so that it can be refused aloud. */
export function readPublicKey(text: string): ReadKey {
  if (/PRIVATE KEY/.test(text)) return { ok: false, why: 'private' }
  const jwk = asJwk(text)
  if (jwk && 'd' in jwk) return { ok: false, why: 'private' }
  if (jwk && jwk.kty === 'oct') return { ok: false, why: 'weak' } // a shared secret is made by us, never pasted
  const key = keyFrom(text, jwk)
  if (!key) return { ok: false, why: 'unreadable' }
  const algorithm = algorithmOf(key)
  return algorithm
    ? { ok: true, algorithm, pem: key.export({ type: 'spki', format: 'pem' }).toString() }
    : { ok: false, why: 'weak' }
}

function asJwk(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return read !== null && typeof read === 'object' ? (read as Record<string, unknown>) : undefined // an object has names and values
  } catch {
    return undefined // not JSON: then PEM, or nothing we know
  }
}

function keyFrom(text: string, jwk: Record<string, unknown> | undefined): KeyObject | undefined {
  try {
    return jwk ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(text)
  } catch {
    return undefined
  }
}

function algorithmOf({
  asymmetricKeyType: type,
  asymmetricKeyDetails: details,
}: KeyObject): Exclude<KeyAlgorithm, 'HS256'> | undefined {
  if (type === 'rsa') return (details?.modulusLength ?? 0) >= LEAST_RSA_BITS ? 'RS256' : undefined
  if (type === 'ec') return details?.namedCurve === 'prime256v1' ? 'ES256' : undefined
  return type === 'ed25519' ? 'EdDSA' : undefined
}
