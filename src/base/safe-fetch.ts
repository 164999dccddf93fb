// The one way out for HTTP. Only to public addresses (checked on the very address that is connected to, so a name that changes its mind
// gains nothing), only TLS, without following redirects, within bounds of time and size.
import { lookup, type LookupAddress } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'

const MOST_BYTES = 1_000_000
const MOST_MILLISECONDS = 30_000

// Special-purpose ranges (IANA registries of RFC 6890).
const hidden = new BlockList()
for (const [net, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) hidden.addSubnet(net, prefix, 'ipv4') // prettier-ignore
for (const [net, prefix] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['fc00::', 7], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 32], ['2002::', 16], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) hidden.addSubnet(net, prefix, 'ipv6') // prettier-ignore

export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 0) return false
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ? isPublicAddress(mapped) : !hidden.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

export class Unreachable extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

function publicLookup(host: string, options: object, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const open = (addresses ?? []).filter(({ address }) => isPublicAddress(address))
    if (error || open.length === 0) return found(error ?? new Unreachable(`${host} has no public address`), [])
    if ('all' in options && options.all) return found(null, open)
    found(null, open[0]!.address, open[0]!.family)
  })
}

// A stranger's server may answer any three digits; a Response holds 200 to 599, and for some of them no body.
export function responseOf(status = 502, type = '', body: Buffer): Response {
  if (status < 200 || status > 599) throw new Unreachable(`answered ${status}`)
  const bodyless = status === 204 || status === 205 || status === 304
  return new Response(bodyless ? null : new Uint8Array(body), { status, headers: { 'content-type': type } })
}

export const safeFetch: typeof globalThis.fetch = async (input, init) => {
  const asked = new Request(input, init)
  const url = new URL(asked.url)
  if (url.protocol !== 'https:') throw new Unreachable('only https goes out')
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isPublicAddress(literal)) throw new Unreachable(`${literal} is not a public address`)
  const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined
  const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(MOST_MILLISECONDS)])
  return await new Promise<Response>((resolve, reject) => {
    const sent = request(
      url,
      { method: asked.method, headers: Object.fromEntries(asked.headers), lookup: publicLookup as never, signal },
      (answer) => {
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > MOST_BYTES) sent.destroy(new Unreachable('the answer is too large'))
          else parts.push(part)
        })
        answer.on('end', () => {
          try {
            resolve(responseOf(answer.statusCode, answer.headers['content-type'], Buffer.concat(parts)))
          } catch (error) {
            reject(error) // thrown here it would end the process
          }
        })
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
