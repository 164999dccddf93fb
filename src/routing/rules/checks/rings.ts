// Rings that reach nobody, and a first ring that comes late.
import type { QueueCheck } from '../check-rules.ts'
import { teamsNamed } from '../compile-queue.ts'
import { said } from '../said.ts'
import { sayExactly } from '../say-exactly.ts'
import { finding, quoted } from './made.ts'

export const emptyRing: QueueCheck = (queue, { book, people }) =>
  queue.who.rings.flatMap((ring, at) => {
    const named = teamsNamed(ring, book)
    if (named === null || people.some(({ teams }) => teams.some((team) => named.has(team)))) return []
    const { fr, en } = quoted(queue)
    return [
      finding({
        id: 'ring_empty', weight: 'doubtful', queue, part: 'who',
        says: said(`Le cercle ${at + 1} de ${fr} n’atteint personne : ses équipes sont vides.`, `Ring ${at + 1} of ${en} reaches nobody: its teams are empty.`),
        mend: said('Choisissez une équipe où quelqu’un peut prendre du travail, ou retirez ce cercle.', 'Choose a team in which somebody may be offered work, or take the ring away.'),
      }),
    ]
  }) // prettier-ignore

export const lateFirstRing: QueueCheck = (queue) => {
  const { rings } = queue.who
  const first = Math.min(...rings.map(({ after_s }) => after_s))
  if (rings.length === 0 || first === 0) return []
  const [name, wait] = [quoted(queue), sayExactly(first)]
  return [
    finding({
      id: 'ring_late', weight: 'wrong', queue, part: 'who',
      says: said(`Dans ${name.fr}, personne n’est sollicité pendant les ${wait.fr} premières : aucun cercle ne commence à l’arrivée.`, `In ${name.en}, nobody is asked for the first ${wait.en}: no ring begins on arrival.`),
      mend: said('Faites commencer le premier cercle à l’arrivée.', 'Let the first ring begin on arrival.'),
    }),
  ]
} // prettier-ignore
