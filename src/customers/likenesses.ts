import { allow } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { CustomerId, Likeness } from './contract.ts'
import { find } from './find.ts'
import { group } from './group.ts'
import { likeness, PROBABLE } from './rules/likeness.ts'
import { cluesOf } from './rules/words.ts'
import { findCandidates, findProfiles } from './store/likeness.ts'

const MOST = 10

// Who is probably the same person as this customer and not yet joined to them, most probable first.
export async function likenesses(work: Work, { customer }: { customer: CustomerId }): Promise<{ items: Likeness[] }> {
  allow(work, 'customer.read')
  const [self] = await findProfiles(work, [customer])
  if (!self) throw refuse(notFound, {})
  const words = cluesOf(
    self.name,
    self.emails.map((normalised) => ({ kind: 'email', normalised })),
  )
  const [candidates, joined] = await Promise.all([
    findCandidates(work, { customer, folded: self.folded, words }),
    group(work, customer),
  ])
  const strangers = candidates.map((each) => each.id).filter((id) => !joined.includes(id))
  const guesses = (await findProfiles(work, strangers))
    .map((other) => ({ id: other.id, ...likeness(self, other) }))
    .filter((guess) => guess.score >= PROBABLE)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
  const facts = await find(
    work,
    guesses.map((guess) => guess.id),
  )
  return {
    items: guesses.flatMap(({ id, score, reasons }) => (facts.has(id) ? [{ customer: facts.get(id)!, score, reasons }] : [])),
  }
}
