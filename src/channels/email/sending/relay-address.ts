// Where mail goes out: smtp[s]://user:password@host:port, as written in the settings. The password leaves this file only through a
// function, so that printing or logging an address can never show it.
import { BlockList, isIP } from 'node:net'

export type RelayAddress = {
  host: string
  port: number
  tls: 'from the start' | 'required' | 'if offered'
  verify: boolean // the certificate must be valid for the host
  signIn: { user: string; password: () => string } | null
  shown: string // for people and logs: no password
}

/** A relay address that cannot be used; the message says what to mend and never contains the password. */
export class RelayAddressInvalid extends Error {}

/**
 * Reads a relay's address.
 *
 * `smtps:` speaks TLS from the start (port 465, RFC 8314), `smtp:` upgrades by STARTTLS (port 587 with a password, else 25).
 * A password is never sent in the clear except to this very machine. `?tls=required`, `?tls=if-offered` and `?verify=no` change
 * the defaults: a relay we sign in to is verified, one we do not is used opportunistically (RFC 7435).
 * @throws {RelayAddressInvalid}
 */
export function parseRelayAddress(text: string): RelayAddress {
  const url = readUrl(text)
  const [user, password] = [decode(url.username, 'user name'), decode(url.password, 'password')]
  if (Boolean(user) !== Boolean(password))
    throw new RelayAddressInvalid('The relay needs both a user name and a password, or neither.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const direct = url.protocol === 'smtps:'
  const port = url.port ? Number(url.port) : direct ? 465 : user ? 587 : 25
  const tls = direct ? 'from the start' : startTls(url, user !== '' && !isThisMachine(host))
  const shown = `${url.protocol}//${user ? `${user}@` : ''}${url.hostname}:${port}`
  return { host, port, tls, verify: verified(url, tls, host), signIn: user ? { user, password: () => password } : null, shown }
}

function readUrl(text: string): URL {
  const url = URL.parse(text.trim())
  if (!url || !/^smtps?:$/.test(url.protocol)) {
    throw new RelayAddressInvalid(
      'The relay must be written as smtp://user:password@host:port or smtps://user:password@host:port (special characters as %XX).',
    )
  }
  if (!url.hostname) throw new RelayAddressInvalid('The relay has no host name.')
  if (url.port === '0') throw new RelayAddressInvalid('The relay’s port must lie between 1 and 65535.')
  if (!['', '/'].includes(url.pathname) || url.hash) {
    throw new RelayAddressInvalid(
      'The relay has something after its port. If the password contains / ? # or @, write it as %2F %3F %23 %40.',
    )
  }
  const unknown = [...url.searchParams.keys()].filter((key) => key !== 'tls' && key !== 'verify')
  if (unknown.length > 0) throw new RelayAddressInvalid('The relay has an unknown option; only tls and verify are known.')
  return url
}

function decode(text: string, what: string): string {
  let decoded: string
  try {
    decoded = decodeURIComponent(text)
  } catch {
    throw new RelayAddressInvalid(
      `The relay’s ${what} contains a % that is not followed by two hexadecimal digits; write it as %25.`,
    )
  }
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(decoded)) throw new RelayAddressInvalid(`The relay’s ${what} contains a control character.`)
  return decoded
}

function startTls(url: URL, secret: boolean): RelayAddress['tls'] {
  const wish = url.searchParams.get('tls')
  if (wish === null) return secret ? 'required' : 'if offered'
  if (wish === 'required') return 'required'
  if (wish === 'if-offered' && !secret) return 'if offered'
  if (wish === 'if-offered')
    throw new RelayAddressInvalid('A password is not sent in the clear over a network: leave out tls=if-offered.')
  throw new RelayAddressInvalid('The relay’s option tls is required or if-offered.')
}

function verified(url: URL, tls: RelayAddress['tls'], host: string): boolean {
  const wish = url.searchParams.get('verify')
  if (wish !== null && wish !== 'yes' && wish !== 'no') throw new RelayAddressInvalid('The relay’s option verify is yes or no.')
  return wish === null ? tls !== 'if offered' && !isThisMachine(host) : wish === 'yes'
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const isThisMachine = (host: string) =>
  host === 'localhost' || (isIP(host) > 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'))
