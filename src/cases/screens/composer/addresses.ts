// What is typed where recipients go. Pure.
import type { Address } from '../../contract.ts'

const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/
const LOCAL = /^[^\s@<>",;]+@localhost$/

export const isAddress = ({ address }: Address): boolean => ADDRESS.test(address) || LOCAL.test(address)

/** "Nadia Benali <nadia@example.org>, tom@example.org" → two recipients, in order, none twice. What is no address stays, to be mended. */
export function readAddresses(typed: string): Address[] {
  const found = typed
    .split(/[,;\n]+(?![^<]*>)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Address => {
      const named = /^"?([^"<]*?)"?\s*<([^<>]*)>$/.exec(part)
      return named ? { name: (named[1] ?? '').trim(), address: (named[2] ?? '').trim() } : { name: '', address: part }
    })
  return without(found, [])
}

/** `added` without those already in `held` (case does not matter), each once. */
export function without(added: readonly Address[], held: readonly Address[]): Address[] {
  const seen = new Set(held.map(({ address }) => address.toLowerCase()))
  return added.filter(({ address }) => {
    const known = seen.has(address.toLowerCase())
    seen.add(address.toLowerCase())
    return !known
  })
}
