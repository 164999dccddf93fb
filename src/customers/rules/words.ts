// The words a customer is found by. Pure.
import { companyDomainOf } from './mail-domains.ts'

const MOST_WORDS = 60
const LONGEST_WORD = 100

// Without accents or capitals, ligatures spelled out: how names are sorted and compared.
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’ʼ`]/g, "'")
    .trim()

export function words(text: string): string[] {
  const found = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(found.map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MOST_WORDS)
}

type Known = { kind: string; normalised: string }

// Names by their words; identities whole, and by the words in them: "dupont" finds marie.dupont@example.fr, "0612" finds +33612….
// The words of a public provider's domain find everybody, so they are left out.
export function cluesOf(name: string, identities: readonly Known[]): string[] {
  const clues = new Set(words(name))
  for (const { kind, normalised } of identities) {
    clues.add(normalised.slice(0, LONGEST_WORD))
    if (kind === 'phone') clues.add(normalised.replace(/^\+33/, '0').replace(/^\+/, ''))
    else for (const word of words(tellingPart(kind, normalised))) if (word.length > 2) clues.add(word)
  }
  return [...clues].filter((clue) => clue !== '')
}

function tellingPart(kind: string, normalised: string): string {
  if (kind !== 'email') return normalised
  const at = normalised.lastIndexOf('@')
  const domain = companyDomainOf(normalised)
  return `${normalised.slice(0, at)} ${domain ? domain.slice(0, domain.lastIndexOf('.')) : ''}`
}

// What somebody types in the search field: each word begins some clue. A number typed with spaces is one word.
export function askedWords(q: string): string[] {
  const digits = q.replace(/[\s.()/-]/g, '')
  if (/^\+?\d{4,}$/.test(digits)) return [digits]
  if (/^\S+@\S+$/.test(q.trim())) return [q.trim().toLowerCase().slice(0, LONGEST_WORD)]
  return words(q).slice(0, 6)
}
