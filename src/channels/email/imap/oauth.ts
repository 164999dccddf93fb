// Signing in to a mailbox by OAuth 2.0: a refresh token is exchanged for short-lived access tokens (RFC 6749 §6). The first consent,
// in the browser, is somebody else's work; here the token is kept fresh, once for all who ask.
import type { Clock } from '#base/clock'
import type { AccessToken, MailboxSettings } from './mailbox.ts'
import { mishap, plain, Trouble } from './mishap.ts'

type Preset = Pick<MailboxSettings, 'host' | 'port' | 'security'> & { authorise: string; token: string; scope: string }

export const providers = {
  // https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
  google: {
    host: 'imap.gmail.com',
    port: 993,
    security: 'tls',
    authorise: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
  },
  // https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
  // `organizations` may be replaced by the company's own tenant.
  microsoft: {
    host: 'outlook.office365.com',
    port: 993,
    security: 'tls',
    authorise: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
  },
} as const satisfies Record<string, Preset>

export type Grant = {
  token: string // the token endpoint
  clientId: string
  clientSecret?: string
  refreshToken: string
  scope?: string
}
export type TokenKeeping = {
  grant: Grant
  fetch: typeof globalThis.fetch
  clock: Clock
  /** Some providers give a new refresh token each time and forget the old one: resolves when the new one is stored. */
  rotated?: (refreshToken: string) => Promise<void>
}

const PATIENCE = 30_000
const EARLY = Temporal.Duration.from({ seconds: 60 })
const MOST_ANSWER = 100_000 // characters of an answer that is a kilobyte in practice

type Token = { accessToken: string; until: Temporal.Instant }

/** A supplier of access tokens: the one we have until a minute before it ends, then another; many askers cause one request. */
export function accessTokens(keeping: TokenKeeping): AccessToken {
  let { refreshToken } = keeping.grant
  let token: Token | null = null
  let asking: Promise<Token> | null = null
  const another = async (signal: AbortSignal) => {
    const granted = await exchange({ ...keeping, grant: { ...keeping.grant, refreshToken } }, signal)
    if (granted.refreshToken && granted.refreshToken !== refreshToken) {
      refreshToken = granted.refreshToken // first: the old one may already be worthless, even if the new one cannot be stored
      await keeping.rotated?.(granted.refreshToken)
    }
    return (token = granted)
  }
  return async ({ renew, signal }) => {
    if (!renew && token && Temporal.Instant.compare(keeping.clock.now().add(EARLY), token.until) < 0) return token.accessToken
    asking ??= another(signal).finally(() => (asking = null))
    return (await asking).accessToken
  }
}

async function exchange(
  { grant, fetch, clock }: TokenKeeping,
  signal: AbortSignal,
): Promise<Token & { refreshToken: string | null }> {
  const secrets = [grant.refreshToken, grant.clientSecret ?? '']
  const asked = clock.now()
  const response = await fetch(grant.token, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: formOf(grant),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  }).catch((error: unknown) => Promise.reject(new Trouble(mishap('token-unavailable', plain(String(error), secrets)))))
  const answer = await readAnswer(response)
  if (typeof answer.access_token !== 'string') throw refusedBy(answer, { status: response.status, secrets })
  const seconds = Number(answer.expires_in)
  return {
    accessToken: answer.access_token,
    until: asked.add({ seconds: Number.isFinite(seconds) ? Math.round(Math.min(Math.max(seconds, 0), 86_400)) : 300 }),
    refreshToken: typeof answer.refresh_token === 'string' ? answer.refresh_token : null,
  }
}

function formOf({ clientId, clientSecret, refreshToken, scope }: Grant): URLSearchParams {
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken })
  if (clientSecret) form.set('client_secret', clientSecret)
  if (scope) form.set('scope', scope)
  return form
}

type Answer = {
  access_token?: unknown
  expires_in?: unknown
  refresh_token?: unknown
  error?: unknown
  error_description?: unknown
}

async function readAnswer(response: Response): Promise<Answer> {
  try {
    const parsed: unknown = JSON.parse((await response.text()).slice(0, MOST_ANSWER))
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {} // not JSON, or cut off: an answer without a token, told by its status
  }
}

// `invalid_grant`: the consent is gone, or the password changed (RFC 6749 §5.2). The others of the list are for a person too.
const FOR_A_PERSON = /^(invalid_grant|invalid_client|unauthorized_client|invalid_scope|interaction_required|consent_required)$/

function refusedBy({ error, error_description }: Answer, { status, secrets }: { status: number; secrets: string[] }): Trouble {
  const code = typeof error === 'string' ? error : ''
  const said = plain(
    [`HTTP ${status}`, code, typeof error_description === 'string' ? error_description : ''].filter(Boolean).join(' '),
    secrets,
  )
  return new Trouble(mishap(FOR_A_PERSON.test(code) ? 'consent-withdrawn' : 'token-unavailable', said))
}
