// A queue in plain words: one sentence that says what goes where, and a few more for each part of it. Pure.
import type { Queue } from '../contract/rulebook.ts'
import type { Names } from './names.ts'
import { said, type Said } from './said.ts'
import { capital, sentence } from './words/phrases.ts'
import { aimWords } from './words/aim.ts'
import { hoursWords, offerWords, overflowWords } from './words/rest.ts'
import { takesWords } from './words/takes.ts'
import { priorityWords } from './words/turn.ts'
import { needsWords, ringsWords, wayWords } from './words/who.ts'

/** The parts of a queue, in the order in which they are read. */
export const queueParts = ['takes', 'who', 'rings', 'priority', 'hours', 'overflow', 'offer', 'aim'] as const
export type QueuePart = (typeof queueParts)[number]

/** "Les appels au sujet de « Facturation » vont d’abord à la personne qui répond du dossier, pendant 20 s ; puis …" */
export function queueWords(queue: Queue, names: Names): Said {
  const { plural, ...what } = takesWords(queue, names)
  const way = wayWords(queue, names)
  return sentence(said(`${what.fr} ${plural ? 'vont' : 'va'} ${way.fr}`, `${what.en} ${plural ? 'go' : 'goes'} ${way.en}`))
}

/** What a part of a queue says, in a sentence or several; empty where there is nothing beyond the main sentence. */
export function partWords(part: QueuePart, queue: Queue, names: Names): Said {
  switch (part) {
    case 'takes':
      return alone(takesWords(queue, names))
    case 'who': {
      const [way, more] = [sentence(capital(wayWords(queue, names))), needsWords(queue, names)]
      return said(`${way.fr} ${more.fr}`.trim(), `${way.en} ${more.en}`.trim())
    }
    case 'rings':
      return ringsWords(queue, names)
    case 'priority':
      return priorityWords(queue)
    case 'hours':
      return hoursWords(queue, names)
    case 'overflow':
      return overflowWords(queue, names)
    case 'offer':
      return offerWords(queue)
    case 'aim':
      return aimWords(queue)
  }
}

// A subject without its verb.
const alone = ({ fr, en }: Said): Said => sentence(said(fr.replace(/,$/, ''), en.replace(/,$/, '')))
