// Is there anybody to take it?
import type { QueueCheck } from '../check-rules.ts'
import { capableAtLast, isOn, levelAfter } from '../capable.ts'
import { said } from '../said.ts'
import { finding, quoted, quotedName } from './made.ts'

export const nobodyNamed: QueueCheck = (queue, { people }) => {
  if (queue.who.people !== 'named' || people.some((person) => isOn(person, queue))) return []
  const { fr, en } = quoted(queue)
  return [
    finding({
      id: 'nobody_named', weight: 'wrong', queue, part: 'who',
      says: said(`La file ${fr} est réservée aux personnes désignées, et personne ne l’est.`, `The queue ${en} is for the people who were put on it, and nobody was.`),
      mend: said('Désignez quelqu’un dans « Qui fait quoi », ou ouvrez la file à toute personne capable.', 'Put somebody on it under “Who does what”, or open it to everybody who can.'),
    }),
  ]
} // prettier-ignore

export const skillNobodyHas: QueueCheck = (queue, { people, house }) =>
  queue.who.skills.flatMap(({ skill, strength }) => {
    const name = house.skills.find(({ id }) => id === skill)?.name
    if (!name || people.some((person) => (person.skills[skill] ?? 0) > 0)) return []
    const [q, s] = [quoted(queue), quotedName(name)]
    return [
      finding({
        id: 'skill_nobody_has', weight: 'doubtful', queue, part: 'who',
        says: strength === 'must'
          ? said(`${q.fr} exige ${s.fr}, que personne n’a.`, `${q.en} demands ${s.en}, which nobody has.`)
          : said(`${q.fr} préfère ${s.fr}, que personne n’a.`, `${q.en} prefers ${s.en}, which nobody has.`),
        mend: said('Donnez un niveau à quelqu’un dans « Qui fait quoi », ou retirez cette compétence.', 'Give somebody a level under “Who does what”, or take the skill away.'),
      }),
    ]
  }) // prettier-ignore

export const nobodyCapable: QueueCheck = (queue, { people, book }) => {
  if (queue.who.people === 'named' && !people.some((person) => isOn(person, queue))) return [] // said already
  if (queue.who.skills.some((need) => need.strength === 'must' && !people.some((person) => person.skills[need.skill]))) return [] // likewise
  if (capableAtLast(queue, people, book).length > 0) return []
  const { fr, en } = quoted(queue)
  return [
    finding({
      id: 'nobody_capable', weight: 'doubtful', queue, part: 'who',
      says: said(`Personne ne peut prendre ce qui arrive dans ${fr}, même après une longue attente.`, `Nobody can take what comes into ${en}, not even after a long wait.`),
      mend: said('Baissez un niveau, faites-le céder avec l’attente, élargissez un cercle, ou formez quelqu’un.', 'Lower a level, let it give way as the wait grows, widen a ring, or train somebody.'),
    }),
  ]
} // prettier-ignore

// Needs that never give way, with nowhere else to go: all is well until the one person who can is away.
export const onlyOne: QueueCheck = (queue, { people, book }) => {
  const [only, ...others] = capableAtLast(queue, people, book)
  const gives = queue.who.skills.every((need) => need.strength === 'should' || levelAfter(need, Infinity) === 0)
  if (!only || others.length > 0 || gives || queue.overflow.length > 0 || queue.call_back || people.length < 2) return []
  const { fr, en } = quoted(queue)
  return [
    finding({
      id: 'waits_for_one', weight: 'doubtful', queue, part: 'who',
      says: said(`${fr} n’attend que ${only.name} : quand cette personne est absente, l’attente ne finit pas.`, `${en} waits for ${only.name} alone: while they are away, the wait does not end.`),
      mend: said('Faites céder une exigence avec l’attente, ou dites vers quelle file cela déborde.', 'Let a need give way as the wait grows, or say where it overflows to.'),
    }),
  ]
} // prettier-ignore
