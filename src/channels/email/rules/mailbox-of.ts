// Which mailbox an address leads to, as far as it can be told from outside: case apart, and without the tag behind "+" (RFC 5233, subaddressing).
/** One text for all the addresses of one mailbox; for counting only, never to be written to. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0)).toLowerCase()
  return `${/^[^+]+/.exec(local)?.[0] ?? local}${address.slice(Math.max(at, 0)).toLowerCase()}`
}
