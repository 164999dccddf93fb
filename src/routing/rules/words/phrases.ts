// Small pieces that the sentences of a queue are made of. Pure.
import { said, type Said } from '../said.ts'

/** Words one after the other, with a space between; what is empty is left out. */
export const together = (...all: (Said | null | undefined)[]): Said => joined(all, ' ')
export const joined = (all: readonly (Said | null | undefined)[], between: string): Said => {
  const there = all.filter((each): each is Said => !!each && each.fr !== '')
  return said(there.map(({ fr }) => fr).join(between), there.map(({ en }) => en).join(between)) // prettier-ignore
}
export const NOTHING: Said = { fr: '', en: '' }

/** "a, b ou c", "a, b or c". */
export function oneOf(all: readonly Said[]): Said {
  const join = (words: readonly string[], or: string): string =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
  return said(join(all.map(({ fr }) => fr), 'ou'), join(all.map(({ en }) => en), 'or')) // prettier-ignore
}

export const quotedName = (name: string): Said => said(`«\u202f${name}\u202f»`, `“${name}”`)
export const capital = ({ fr, en }: Said): Said => said(upper(fr), upper(en))
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence of its own: a capital at the beginning, a full stop at the end. */
export const sentence = (words: Said): Said => (words.fr === '' ? NOTHING : capital(said(`${words.fr}.`, `${words.en}.`)))

export function languageName(code: string): Said {
  const name = (locale: string): string => {
    try {
      return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
    } catch {
      return code // not a code at all: it is shown as it was written
    }
  }
  return said(name('fr'), name('en'))
}

/** A number as each language writes it. */
export const number = (value: number): Said =>
  said(new Intl.NumberFormat('fr-FR').format(value), new Intl.NumberFormat('en-GB').format(value))
