// What may be wrong with a catalogue of words that the compiler cannot see. Pure; `words.test.ts` runs it over the whole house.
import { IntlMessageFormat } from 'intl-messageformat'

type Catalogue = { fr: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> }

export function complaintsOf({ fr, en }: Catalogue): string[] {
  const keys = [...new Set([...Object.keys(fr), ...Object.keys(en)])]
  return keys.flatMap((key) => {
    const [french, english] = [fr[key], en[key]]
    if (french === undefined || english === undefined) return [`${key}: missing in one language`]
    return [
      ...grammar(key, french, 'fr-FR'),
      ...grammar(key, english, 'en-GB'),
      ...values(key, french, english),
      ...spaces(key, french),
    ]
  })
}

function grammar(key: string, sentence: string, locale: string): string[] {
  if (sentence.trim() === '') return [`${key}: empty in ${locale}`]
  try {
    new IntlMessageFormat(sentence, locale)
    return []
  } catch (error) {
    return [`${key}: not an ICU message in ${locale} (${String(error)})`]
  }
}

function values(key: string, french: string, english: string): string[] {
  const [a, b] = [namesIn(french), namesIn(english)]
  return a === b ? [] : [`${key}: French wants (${a}), English wants (${b})`]
}

function namesIn(sentence: string): string {
  try {
    const found = new Set<string>()
    collect(new IntlMessageFormat(sentence, 'en-GB').getAst(), found)
    return [...found].sort().join(', ')
  } catch {
    return '' // said above
  }
}

// The parser's tree: 0 is plain text and 7 the # of a plural; whatever else has a value names an argument; options and children go deeper.
type Piece = {
  type: number
  value?: unknown
  options?: Record<string, { value: readonly unknown[] }>
  children?: readonly unknown[]
}

function collect(pieces: readonly unknown[], found: Set<string>): void {
  for (const piece of pieces as readonly Piece[]) {
    // the parser's own types are not exported; the three fields read here are its documented shape
    if (piece.type !== 0 && piece.type !== 7 && typeof piece.value === 'string') found.add(piece.value)
    for (const option of Object.values(piece.options ?? {})) collect(option.value, found)
    collect(piece.children ?? [], found)
  }
}

/** Lexique de l'Imprimerie nationale: a thin (here also accepted: no-break) space that never breaks, before ; : ! ? » and after «. */
function spaces(key: string, french: string): string[] {
  const text = french.replace(/https?:\S*/g, '').replace(/\{[^{}]*,/g, '')
  return [
    ...(/[ \p{L}\p{N}][;:!?»]/u.test(text.replace(/(\d):(\d)/g, '$1$2'))
      ? [`${key}: a French ; : ! ? or » without its thin space (U+202F)`]
      : []),
    ...(/«(?![\u202f\u00a0])/u.test(text) ? [`${key}: a French « without its thin space (U+202F)`] : []),
    ...(/[\p{L}]'[\p{L}]/u.test(text) ? [`${key}: a straight apostrophe; write ’`] : []),
  ]
}
