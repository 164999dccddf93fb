// The words of a room, both languages side by side. `defineWords({ fr, en })` does not compile when a language lacks a
// sentence or has one too many; `useWords` gives `say(key, values)` whose values are read off the French sentence.
// Sentences are ICU messages: `{count, plural, one {# dossier} other {# dossiers}}`.
import { useCallback } from 'react'
import { IntlMessageFormat } from 'intl-messageformat'
import { language, useLanguage, type Language } from './language.ts'

export type Words<French extends Record<string, string>> = {
  fr: French
  en: { readonly [Key in NoInfer<keyof French>]: string }
}
export type Value = string | number | Date
export type AnyWords = Words<Record<string, string>>

type Branching = `${string}, plural,${string}` | `${string}, select,${string}` | `${string}, selectordinal,${string}`
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare},${string}` ? Bare : Name) | NamesIn<Rest>
  : never
type ValuesOf<Sentence extends string> = Sentence extends Branching
  ? [values: Readonly<Record<string, Value>>]
  : [NamesIn<Sentence>] extends [never]
    ? []
    : [values: Readonly<Record<NamesIn<Sentence>, Value>>]

export type Say<French extends Record<string, string>> = <Key extends keyof French & string>(
  key: Key,
  ...values: ValuesOf<French[Key]>
) => string

export const defineWords = <const French extends Record<string, string>>(words: Words<French>): Words<French> => words

export function useWords<const French extends Record<string, string>>(words: Words<French>): Say<French> {
  const spoken = useLanguage()
  return useCallback((key, ...values) => speak(words[spoken][key], spoken, values[0]), [words, spoken])
}

/** Outside a component: the sentence in the language chosen now. */
export function say<const French extends Record<string, string>, Key extends keyof French & string>(
  words: Words<French>,
  key: Key,
  ...values: ValuesOf<French[Key]>
): string {
  return speak(words[language()][key], language(), values[0])
}

const formats = new Map<string, IntlMessageFormat>()

export function speak(sentence: string | undefined, spoken: Language, values?: Readonly<Record<string, Value>>): string {
  if (sentence === undefined) throw new Error('a sentence is asked for that no catalogue holds')
  if (!sentence.includes('{')) return sentence.replaceAll("''", "'")
  const kept = `${spoken}:${sentence}`
  const format = formats.get(kept) ?? new IntlMessageFormat(sentence, spoken === 'fr' ? 'fr-FR' : 'en-GB')
  formats.set(kept, format)
  return String(format.format(values))
}
