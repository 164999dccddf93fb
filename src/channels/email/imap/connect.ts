// Signing in: a password as it is, a token that is renewed once when the server refuses it (clocks differ, and tokens are revoked).
import { mishap, Trouble } from './mishap.ts'
import { openSession, type Secret, type Session } from './session.ts'
import type { MailboxSettings, Patience } from './mailbox.ts'

export type Caller = { mailbox: MailboxSettings; patience: Patience; signal: AbortSignal }

export async function connect({ mailbox, patience, signal }: Caller): Promise<Session> {
  // Read-only unless we are asked to change something afterwards: an EXAMINEd folder cannot be marked even by mistake.
  const readOnly = mailbox.after === 'leave'
  const open = async (renew: boolean) =>
    openSession({ mailbox, patience, signal, readOnly, secret: await secretOf(mailbox, { renew, signal }) })
  try {
    return await open(false)
  } catch (error) {
    if (mailbox.auth.kind === 'password' || !isRefusedLogin(error)) throw error
  }
  try {
    return await open(true)
  } catch (error) {
    throw isRefusedLogin(error) ? new Trouble(mishap('token-refused', error.mishap.said)) : error
  }
}

export async function secretOf({ auth }: MailboxSettings, wish: { renew: boolean; signal: AbortSignal }): Promise<Secret> {
  if (auth.kind === 'password') return { pass: auth.password }
  try {
    return { accessToken: await auth.accessToken(wish) }
  } catch (error) {
    throw error instanceof Trouble ? error : Object.assign(new Trouble(mishap('token-unavailable')), { cause: error })
  }
}

const isRefusedLogin = (error: unknown): error is Trouble => error instanceof Trouble && error.mishap.code === 'login-refused'
