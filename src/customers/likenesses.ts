import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CustomerId, Likeness } from './contract.ts'
import { find } from './find.ts'
import { group } from './group.ts'
import { likeness, PROBABLE, type Profile } from './rules/likeness.ts'
import { cluesOf } from './rules/words.ts'
import { findClaims, findToldApart } from './store/claim.ts'
import { findCandidates, findProfiles } from './store/likeness.ts'

const MOST = 10

// Who is probably the same person as this customer, neither joined to them nor told apart, most probable first.
export async function likenesses(work: Work, { customer }: { customer: CustomerId }): Promise<{ items: Likeness[] }> {
  allow(work, 'customer.read')
  const [self] = await profiles(work, [customer])
  if (!self) throw refuse(notFound, {})
  const guesses = (await profiles(work, await strangers(work, self)))
    .map((other) => ({ id: other.id, said_by: saidBy(self, other), ...likeness(self, other) }))
    .filter((guess) => guess.score >= PROBABLE)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
  const facts = await find(
    work,
    guesses.map((guess) => guess.id),
  )
  return {
    items: guesses.flatMap(({ id, ...guess }) => (facts.has(id) ? [{ customer: facts.get(id)!, ...guess }] : [])),
  }
}

type Known = Profile & { id: CustomerId; folded: string; said_by: ReadonlyMap<string, string> }

async function profiles(work: Work, ids: readonly CustomerId[]): Promise<Known[]> {
  const [found, claims] = await Promise.all([findProfiles(work, ids), findClaims(work, ids)])
  const said = Map.groupBy(claims, (claim) => claim.customer)
  return found.map((each) => {
    const own = said.get(each.id) ?? []
    return {
      ...each,
      claims: own.map(({ kind, normalised, proven_at }) => ({ kind, normalised, proven: proven_at !== null })),
      said_by: new Map(own.map((claim) => [claim.normalised, claim.said_by])),
    }
  })
}

async function strangers(work: Work, { id: customer, name, folded, emails }: Known): Promise<CustomerId[]> {
  const words = cluesOf(
    name,
    emails.map((normalised) => ({ kind: 'email', normalised })),
  )
  const joined = await group(work, customer)
  const [candidates, apart] = await Promise.all([findCandidates(work, { customer, folded, words }), findToldApart(work, joined)])
  const known = new Set([...joined, ...apart.map((each) => each.id)])
  return candidates.map((each) => each.id).filter((id) => !known.has(id))
}

// The channel by which one of them said what the other is known by.
function saidBy(a: Known, b: Known): string | null {
  const known = ({ emails, phones = [] }: Known) => new Set([...emails, ...phones])
  const of = (by: Known, other: Known) => [...by.said_by].find(([what]) => known(other).has(what) || other.said_by.has(what))?.[1]
  return of(a, b) ?? of(b, a) ?? null
}
