// Why a piece of work still waits, in words. Pure.
import type { Why } from '../contract/floor-acts.ts'
import { said, type Said } from './said.ts'
import { sayLength } from './say-length.ts'
import { sayWhyNot } from './say-why-not.ts'

const people = (count: number): Said =>
  count === 1 ? said('une personne', 'one person') : said(`${count} personnes`, `${count} people`)

/** In one or two sentences: how long, who is ahead, and whether anybody could. */
export function sayHead({ waits_s, ahead, capable, queue, groups }: Why): Said {
  const waits = sayLength(waits_s)
  const first = ahead === 0 ? said('C’est le prochain de sa file', 'It is the next of its queue') : said(`${ahead} ${ahead === 1 ? 'contact passe' : 'contacts passent'} avant dans la file`, `${ahead} ${ahead === 1 ? 'contact goes' : 'contacts go'} before it in the queue`)
  const can = whoCan({ capable, open: queue.open, free: groups.find(({ why }) => why === 'free')?.count ?? 0 })
  return said(`Attend depuis ${waits.fr} dans «\u202f${queue.name}\u202f». ${first.fr}. ${can.fr}`, `Has waited ${waits.en} in “${queue.name}”. ${first.en}. ${can.en}`)
} // prettier-ignore

function whoCan({ capable, open, free }: { capable: number; open: boolean; free: number }): Said {
  const all = people(capable)
  if (!open) return said('La file est fermée\u202f: rien n’est proposé avant son ouverture.', 'The queue is closed: nothing is offered before it opens.')
  if (capable === 0) return said('Personne ici ne peut le prendre pour l’instant.', 'Nobody here can take it for now.')
  if (free > 0) return said(`Parmi ${all.fr} capables, ${people(free).fr} libre${free > 1 ? 's' : ''}\u202f: cela va être proposé.`, `Of ${all.en} who can, ${people(free).en} free: it is about to be offered.`)
  return capable === 1
    ? said('Une seule personne ici peut le prendre, et elle n’est pas libre.', 'Only one person here can take it, and they are not free.')
    : said(`${capable} personnes ici peuvent le prendre\u202f; aucune n’est libre.`, `${capable} people here can take it; none is free.`)
} // prettier-ignore

export const sayGroup = ({ why, what }: Pick<Why['groups'][number], 'why' | 'what'>): Said =>
  why === 'free' ? said('libre', 'free') : sayWhyNot({ why, skill: what })

type Coming = Why['coming'][number]
const changes: Record<Coming['what'], (change: Coming) => Said> = {
  person_first_ends: () => said('les autres sont sollicités aussi', 'the others are asked too'),
  skill_relaxes: ({ name, level }) =>
    level === 0
      ? said(`«\u202f${name}\u202f» n’est plus demandé`, `“${name}” is no longer asked for`)
      : said(`«\u202f${name}\u202f» n’est plus demandé qu’au niveau ${level}`, `“${name}” is asked for at level ${level} only`),
  language_relaxes: ({ name }) =>
    said(`la langue (${name}) n’est plus demandée`, `the language (${name}) is no longer asked for`),
  ring_opens: () => said('d’autres équipes sont sollicitées', 'more teams are asked'),
  overflows: ({ name }) => said(`passe dans la file «\u202f${name}\u202f»`, `moves to the queue “${name}”`),
  break_ends: ({ name }) => said(`${name} revient de pause`, `${name} comes back from a break`),
  queue_opens: () => said('la file rouvre', 'the queue opens again'),
  call_back_offered: () => said('un rappel est proposé au client', 'the customer is offered a call-back'),
}

export function sayComing(change: Coming): Said {
  const what = changes[change.what](change)
  if (!change.people) return what
  const more = people(change.people)
  return said(
    `${what.fr}\u202f: ${more.fr} de plus ${change.people > 1 ? 'peuvent' : 'peut'} le prendre`,
    `${what.en}: ${more.en} more can take it`,
  )
}
