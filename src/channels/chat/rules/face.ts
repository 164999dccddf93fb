// How somebody of ours looks to a visitor: first name, initials, a steady colour. Pure.
import type { PersonFacts } from '#staff/contract'
import type { Face } from '../../contract.ts'
import { firstName } from './introduction.ts'

const COLOURS = ['#3b5bdb', '#0b7285', '#2b8a3e', '#a61e4d', '#862e9c', '#d9480f', '#5f3dc4', '#1864ab'] // white text reads on each (WCAG AA)

/** Of an absent person nothing but the name is left; null for nobody. */
export function faceOf(person: Pick<PersonFacts, 'id' | 'name'> | undefined): Face | null {
  if (!person) return null
  return {
    name: firstName(person.name),
    initials: initials(person.name),
    colour: COLOURS[hash(person.id) % COLOURS.length]!,
    photo: null,
  }
}

function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\u00a0\u202f-]+/u)
    .filter((word) => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

const hash = (text: string): number => Array.from(text).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7)
