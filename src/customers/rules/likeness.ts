// Who is probably the same person, and why. Pure. Only proposes: joining is for people to decide.
import { isSharedDomain } from './mail-domains.ts'
import { folded, words } from './words.ts'
import type { likenessReasons } from '../contract.ts'

// Addresses and numbers normalised. `claims` is what somebody said of themselves without proof; `proven`, that they read what is sent there.
export type Claim = { kind: 'email' | 'phone'; normalised: string; proven: boolean }
export type Profile = {
  name: string
  company: string | null
  emails: readonly string[]
  phones?: readonly string[]
  claims?: readonly Claim[]
}
export type Reason = (typeof likenessReasons)[number]
export type Guess = { score: number; reasons: Reason[] }

export const PROBABLE = 0.5

// Each reason is a chance of being the same person; independent ones add up as 1 − Π(1 − p).
// The chances are our judgement, not a measurement: a name of one word says little, an address beside a typo of itself says much.
export function likeness(a: Profile, b: Profile): Guess {
  const found: [Reason, number][] = []
  const name = nameLikeness(a.name, b.name)
  if (name) found.push(name)
  if (name && a.company !== null && a.company === b.company) found.push(['same_company', 0.4])
  const pairs = a.emails.flatMap((one) => b.emails.map((other) => [one, other] as const))
  if (pairs.some(([one, other]) => sameLocalPart(one, other))) found.push(['same_local_part', 0.6])
  if (pairs.some(([one, other]) => nearEmail(one, other))) found.push(['near_email', 0.7])
  found.push(...claimed(a, b))
  const score = 1 - found.reduce((rest, [, chance]) => rest * (1 - chance), 1)
  return { score: Math.round(score * 100) / 100, reasons: found.map(([reason]) => reason) }
}

const CHANCES = { email: { claimed: 0.75, proven: 0.95 }, phone: { claimed: 0.6, proven: 0.9 } } as const

// One said which address is theirs, and it is the other's, or the other says so too. Anybody can say so: that is why it is only proposed.
function claimed(a: Profile, b: Profile): [Reason, number][] {
  return (['email', 'phone'] as const).flatMap((kind): [Reason, number][] => {
    const both = [...said(a, b, kind), ...said(b, a, kind)]
    if (both.length === 0) return []
    const how = both.some(({ proven }) => proven) ? 'proven' : 'claimed'
    return [[`same_${kind}_${how}`, CHANCES[kind][how]]]
  })
}

function said(by: Profile, of: Profile, kind: Claim['kind']): Claim[] {
  const held = (kind === 'email' ? of.emails : of.phones) ?? []
  const alsoSaid = (of.claims ?? []).filter((claim) => claim.kind === kind).map(({ normalised }) => normalised)
  return (by.claims ?? []).filter((claim) => claim.kind === kind && [...held, ...alsoSaid].includes(claim.normalised))
}

function nameLikeness(a: string, b: string): [Reason, number] | null {
  const [one, other] = [words(a), words(b)]
  if (one.length === 0 || other.length === 0 || a.includes('@') || b.includes('@')) return null // an address is no name
  const [left, right] = [one.toSorted().join(' '), other.toSorted().join(' ')]
  if (left === right) return ['same_name', one.length > 1 ? 0.55 : 0.2]
  const mayBe = one.length > 1 && other.length > 1 && (areInitials(one, other) || (left.length > 7 && oneSlipApart(left, right)))
  return mayBe ? ['near_name', 0.35] : null
}

// "M. Dupont" and "Marie Dupont": each word has its own or its initial, and one whole word is the same.
function areInitials(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  const fits = (word: string, its: string): boolean =>
    word === its || (word.length === 1 && its.startsWith(word)) || (its.length === 1 && word.startsWith(its))
  return one.every((word, i) => fits(word, other[i]!)) && one.some((word, i) => word === other[i] && word.length > 2)
}

const ROLES =
  /^(contact|info|infos|information|service|services|client|clients|compta|comptabilite|accueil|admin|direction|mail|office|sales|support|hello|bonjour|commande|commandes|facturation|secretariat|noreply|no-reply)$/
const localOf = (email: string): string => email.slice(0, email.lastIndexOf('@'))
const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

// marie.dupont@orange.fr and marie.dupont@gmail.com; not info@ here and info@ there.
function sameLocalPart(a: string, b: string): boolean {
  const local = localOf(a)
  return local === localOf(b) && a !== b && local.length >= 6 && !ROLES.test(local) && /[a-z]{3}/.test(folded(local))
}

// One slip of the finger in the address, the rest the same: gmial.com, mariedupond@…; addresses with numbers are series, not slips.
function nearEmail(a: string, b: string): boolean {
  if (a === b || localOf(a).length < 5) return false
  if (localOf(a) === localOf(b))
    return oneSlipApart(domainOf(a), domainOf(b)) && (isSharedDomain(domainOf(a)) || isSharedDomain(domainOf(b)))
  return (
    domainOf(a) === domainOf(b) &&
    !/\d/.test(localOf(a) + localOf(b)) &&
    localOf(a).length >= 8 &&
    oneSlipApart(localOf(a), localOf(b))
  )
}

// One letter added, dropped or changed, or two neighbours swapped. False for equal texts.
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (text: string, skipped: number): string => text.slice(start + skipped)
  if (a.length !== b.length) return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1)
  return rest(a, 1) === rest(b, 1) || (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
}
