// What counts as one address. A household or a host holds a whole IPv6 /64 (RFC 6177), so its 2^64 addresses share one count.
import { isIPv6 } from 'node:net'

export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const bare = address.split('%')[0]!
  if (!isIPv6(bare)) return address
  const [head = '', tail] = bare.toLowerCase().split('::')
  const start = groups(head)
  const end = tail === undefined ? [] : groups(tail)
  const zeros = tail === undefined ? 0 : 8 - start.length - end.length
  const all = [...start, ...Array.from({ length: zeros }, () => '0'), ...end]
  return `${all.slice(0, 4).map(short).join(':')}::/64`
}

// A dotted tail (64:ff9b::192.0.2.1) stands for two groups.
const groups = (text: string): string[] =>
  text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))
const short = (group: string): string => group.replace(/^0+(?=.)/, '')
