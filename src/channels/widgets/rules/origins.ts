// On which pages a widget may stand.

/** Is this origin (RFC 6454 §6.2, as a browser sends it) one of those allowed? `https://*.example.fr` allows every name below it, on the same port, not itself. */
export const isAllowed = (origin: string, allowed: readonly string[]): boolean =>
  allowed.some((each) => (each.includes('*') ? isBelow(origin, each) : each === origin))

function isBelow(origin: string, pattern: string): boolean {
  const [start, end] = pattern.split('*') as [string, string] // the contract allows one star
  return origin.startsWith(start) && origin.endsWith(end) && /^[a-z0-9.-]+$/.test(origin.slice(start.length, -end.length))
}
