// How a client proves who it is to the scripted server: LOGIN, SASL PLAIN, and the two OAuth 2.0 mechanisms (RFC 7628, XOAUTH2).
import type { Socket } from 'node:net'
import type { LineReader } from './imap-lines.ts'
import type { Asked, Premises, Session } from './imap-session.ts'
import { textOf } from './imap-words.ts'

export type Door = { premises: Premises; session: Session; lines: LineReader; socket: Socket }

const REFUSED = 'NO [AUTHENTICATIONFAILED] Invalid credentials'

/** The tagged answer, without its tag. */
export async function signIn(door: Door, asked: Asked): Promise<string> {
  if (asked.verb === 'LOGIN') return byPassword(door, textOf(asked.words[0]), textOf(asked.words[1]))
  const [mechanism, initial] = asked.words.map(textOf)
  if (mechanism?.toUpperCase() === 'PLAIN') return byPlain(door, initial)
  if (/^(XOAUTH2|OAUTHBEARER)$/i.test(mechanism ?? '')) return byToken(door, initial)
  return 'NO [CANNOT] No such mechanism'
}

const decoded = (text: string | null | undefined) => Buffer.from(text ?? '', 'base64').toString()

async function said(door: Door, initial: string | undefined): Promise<string> {
  if (initial) return decoded(initial)
  door.socket.write('+ \r\n')
  return decoded(await door.lines.line())
}

async function byPlain(door: Door, initial: string | undefined) {
  const [, user = '', password = ''] = (await said(door, initial)).split('\0')
  return byPassword(door, user, password)
}

function byPassword({ premises, session }: Door, user: string, password: string) {
  const account = premises.accounts.find((one) => one.user === user && one.password !== undefined && one.password === password)
  if (!account) return REFUSED
  session.user = user
  return 'OK Signed in'
}

async function byToken(door: Door, initial: string | undefined) {
  const text = await said(door, initial)
  const user = /(?:user=|a=)([^,\x01]+)/.exec(text)?.[1] ?? '' // oxlint-disable-line no-control-regex -- \x01 is the separator of both mechanisms
  const token = /auth=Bearer ([^\x01]+)/.exec(text)?.[1] ?? '' // oxlint-disable-line no-control-regex
  if (door.premises.accounts.some((one) => one.user === user && one.tokens?.has(token))) {
    door.session.user = user
    return 'OK Signed in'
  }
  door.socket.write(`+ ${Buffer.from('{"status":"400","schemes":"Bearer"}').toString('base64')}\r\n`)
  await door.lines.line() // the client's empty answer ends the exchange
  return REFUSED
}
