// What the centre promised, written down as its people would: found in what they wrote, kept by their next answer, and some due while one looks.
import { postPromise, postProposals, putKept, type PromiseId } from '#commitments/contract'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import { typeset } from '../texts/typography.ts'
import { act, as, type Where } from './act.ts'
import type { Scene } from './scene.ts'

type Owed = { case: CaseId; owner: PersonId; isKept: boolean } // isKept: the story goes on with another answer of ours
const LONGEST_WHAT = 200

/** The promises that an answer holds. Their ids, to be kept later. What nobody would keep in time is left out: the centre is a good one. */
export async function promisesIn(
  story: Where & { scene: Pick<Scene, 'now'> },
  { case: id, owner, isKept }: Owed,
  text: string,
): Promise<PromiseId[]> {
  return await as(story, owner, async (work) => {
    const { items } = await act(work, postProposals, { case: id, text })
    const made: PromiseId[] = []
    for (const { what, due_at, day } of items.slice(0, 1)) {
      if (!isKept && Temporal.Instant.compare(due_at, story.scene.now) < 0) continue
      const due = day ? { day } : { at: due_at }
      made.push((await act(work, postPromise, { case: id, what: what.slice(0, LONGEST_WHAT), due })).id)
    }
    return made
  })
}

export async function keepThem(story: Where, owner: PersonId, promised: readonly PromiseId[]): Promise<void> {
  if (promised.length === 0) return
  await as(story, owner, async (work) => {
    for (const id of promised) await act(work, putKept, { id })
  })
}

// Minutes from the visitor's arrival; `ago`: when it was promised.
const today = [
  { what: 'Vous donner la date exacte de livraison', due: 10, ago: 170 },
  { what: 'Vous rappeler avec la réponse de l’atelier', due: 9, ago: 95 },
  { what: 'Vous envoyer l’étiquette de retour', due: -25, ago: 240 },
  { what: 'Vous confirmer que le remboursement est parti', due: 150, ago: 60 },
] as const

/** Promises of whoever visits the demonstration: one is late, two fall due in ten minutes, one this afternoon. */
export async function promiseForToday(
  story: Where & { scene: Pick<Scene, 'clock' | 'now'> },
  visitor: PersonId,
  theirs: readonly CaseId[],
): Promise<void> {
  const { scene } = story
  const inOrder = today.flatMap((each, at) => (theirs[at] ? [{ ...each, id: theirs[at] }] : [])).toSorted((a, b) => b.ago - a.ago)
  for (const { id, what, due, ago } of inOrder) {
    scene.clock.set(String(scene.now.subtract({ minutes: ago })))
    const at = String(scene.now.add({ minutes: due }))
    await as(story, visitor, (work) => act(work, postPromise, { case: id, what: typeset(what, 'fr'), due: { at } }))
  }
  scene.clock.set(String(scene.now))
}
