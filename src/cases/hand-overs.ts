import { can } from '#access'
import type { Work } from '#base/work'
import { showHandOver } from './show-hand-over.ts'
import { handOversFor } from './store/hand-over.ts'

export async function handOvers(work: Work) {
  if (work.actor.kind !== 'person') return { items: [] }
  const waiting = (await handOversFor(work, work.actor.id)).filter(({ brand_id: brand }) =>
    can(work.actor, 'case.read', { brand }),
  )
  return {
    items: await Promise.all(
      waiting.map(async (row) => ({ ...(await showHandOver(work, row)), number: row.number, subject: row.subject })),
    ),
  }
}
