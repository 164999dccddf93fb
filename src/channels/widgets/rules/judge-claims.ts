// What a site's token must say besides being signed rightly. Times in seconds of the epoch.
import { CLOCK_TOLERANCE_SECONDS, LONGEST_TOKEN_MINUTES } from '../../contract/widgets.ts'

export type Claims = { sub?: unknown; aud?: unknown; iat?: unknown; exp?: unknown; nbf?: unknown; name?: unknown; email?: unknown; email_verified?: unknown } // prettier-ignore
export type Judged =
  | { ok: true; sub: string; name: string; email: string | null; email_verified: boolean }
  | { ok: false; why: 'incomplete' | 'elsewhere' | 'expired' | 'not_yet' | 'too_long' }

const LONGEST_SUB = 200
const EMAIL = /^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()[\]\\,;:"@]+\.[^\p{Cc}\s<>()[\]\\,;:"@]+$/u

/**
 * RFC 7519 §4.1, made stricter: `aud` is this widget and nobody else (§4.1.3 would take a list), `exp` and `iat` are needed and lie at most
 * fifteen minutes apart, so that a stolen token is soon worthless. A minute of difference between two clocks is forgiven.
 */
export function judgeClaims(claims: Claims, audience: string, now: number): Judged {
  const { sub, aud, iat, exp, nbf = iat } = claims
  const only = Array.isArray(aud) && aud.length === 1 ? (aud[0] as unknown) : aud
  if (only !== audience) return { ok: false, why: 'elsewhere' }
  if (!isSubject(sub) || !isTime(iat) || !isTime(exp) || !isTime(nbf)) return { ok: false, why: 'incomplete' }
  const why = untimely({ from: Math.max(iat, nbf), iat, exp }, now)
  return why ? { ok: false, why } : { ok: true, sub, name: nameOf(claims.name), ...mailOf(claims) }
}

function untimely(
  { from, iat, exp }: { from: number; iat: number; exp: number },
  now: number,
): 'expired' | 'not_yet' | 'too_long' | null {
  if (exp + CLOCK_TOLERANCE_SECONDS <= now) return 'expired'
  if (from - CLOCK_TOLERANCE_SECONDS > now) return 'not_yet'
  return exp - iat > LONGEST_TOKEN_MINUTES * 60 ? 'too_long' : null
}

function mailOf({ email, email_verified }: Claims): { email: string | null; email_verified: boolean } {
  const read = typeof email === 'string' && email.length <= 254 && EMAIL.test(email) ? email : null
  return { email: read, email_verified: read !== null && email_verified === true }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isSubject = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_SUB && !/[\p{Cc}\p{Cf}]/u.test(value)

const nameOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 200)
        .toWellFormed()
    : ''
