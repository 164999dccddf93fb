// The session's cookie. "__Host-" makes the browser itself see to it that no other host and no plain connection can set or read it
// (RFC 6265bis §4.1.3.2). Browsers hold http://localhost to be safe enough for it; another host over plain http gets none of that.
import { isLoopback } from './origin.ts'

export type CookieForm = { name: string; secure: boolean }

export function cookieForm(publicUrl: string): CookieForm {
  const url = publicUrl === '' ? undefined : new URL(publicUrl)
  const secure = !url || url.protocol === 'https:' || isLoopback(url.hostname)
  return { name: secure ? '__Host-guichet' : 'guichet', secure }
}

export const setCookie = ({ name, secure }: CookieForm, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`

export function readCookie({ name }: CookieForm, header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';', 100)) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
