// The session's cookie. "__Host-" makes the browser itself see to it that no other host and no plain connection can set or read it
// (RFC 6265bis §4.1.3.2). Browsers hold http://localhost to be safe enough for it; another host over plain http gets none of that.
import { isLoopback } from './origin.ts'

// (Tried in Chromium 153: "__Host-" is kept on http://localhost and http://127.0.0.1, and dropped in silence on http://desk.lan.)
export type CookieForm = { name: string; secure: boolean }
export type Reached = { protocol: string; hostname: string } // how this request came, where no public address is set

export function cookieForm(publicUrl: string, reached: Reached): CookieForm {
  const { protocol, hostname } = publicUrl === '' ? reached : new URL(publicUrl)
  return isSafePlace(protocol, hostname) ? { name: '__Host-guichet', secure: true } : { name: 'guichet', secure: false }
}

// For the doctor: sessions on this address could be read on the way.
export const isCookieExposed = (publicUrl: string): boolean =>
  publicUrl !== '' && !isSafePlace(new URL(publicUrl).protocol, new URL(publicUrl).hostname)

const isSafePlace = (protocol: string, hostname: string): boolean => protocol.startsWith('https') || isLoopback(hostname)

export const setCookie = ({ name, secure }: CookieForm, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`

export function readCookie({ name }: CookieForm, header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';', 100)) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
