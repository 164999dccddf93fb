// For a page about several people: how the open cases of each of them stand, and how many hand-overs wait for their answer.
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { casesBy, handOversBy } from './store/counts-of.ts'

export type CaseCounts = { open: number; new: number; waiting_for_us: number; hand_overs: number }

export async function countsOf(work: Work, people: readonly PersonId[]): Promise<Map<PersonId, CaseCounts>> {
  const asked = { people, scopes: scopesFor(work.actor, 'case.read') }
  const [standing, offered] = await Promise.all([casesBy(work, asked), handOversBy(work, asked)])
  const waiting = new Map(offered.map(({ to_id, n }) => [to_id, n]))
  const byOwner = new Map(standing.map(({ owner_id, ...counted }) => [owner_id, counted]))
  return new Map(
    people.map((id) => [
      id,
      { ...(byOwner.get(id) ?? { open: 0, new: 0, waiting_for_us: 0 }), hand_overs: waiting.get(id) ?? 0 },
    ]),
  )
}
