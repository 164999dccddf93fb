import { wallClock } from '#base/clock'
import { safeFetch } from '#base/safe-fetch'
import type { MailboxSecret } from '../contract.ts'
import type { AccessToken } from './imap/mailbox.ts'
import { accessTokens, providers } from './imap/oauth.ts'

export function oauthFor(secret: Extract<MailboxSecret, { kind: 'oauth2' }>): AccessToken {
  const preset = secret.provider === 'other' ? null : providers[secret.provider]
  const grant = {
    token: secret.token_url ?? preset?.token ?? '', clientId: secret.client_id, refreshToken: secret.refresh_token,
    ...(secret.client_secret ? { clientSecret: secret.client_secret } : {}), ...(preset ? { scope: preset.scope } : {}),
  } // prettier-ignore
  return accessTokens({ grant, fetch: safeFetch, clock: wallClock })
}
