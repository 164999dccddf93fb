// Which words are spoken: those of the bubble at once, the window's when it opens, one language at a time, and the others with what says them.
import { bubbleWords } from './bubble-words.ts'
import type { emojiWords } from './emoji-words.ts'
import type { fileWords } from './file-words.ts'
import type { formWords } from './form-words.ts'
import type { Key as WindowKey } from './french.ts'

export type Language = keyof typeof bubbleWords
type Shelves = typeof bubbleWords.fr & typeof emojiWords.fr & typeof fileWords.fr & typeof formWords.fr
export type Key = WindowKey | keyof Shelves
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string
export type Words = Record<Language, Readonly<Record<string, string>>>

const learned: Words = { ...bubbleWords }

export async function learn(language: Language): Promise<void> {
  add(language, language === 'fr' ? (await import('./french.ts')).french : (await import('./english.ts')).english)
}

export function teach(words: Words): void {
  add('fr', words.fr)
  add('en', words.en)
}

function add(language: Language, words: Words[Language]): void {
  learned[language] = { ...learned[language], ...words }
}

export const speaking =
  (language: Language): Say =>
  (key, values = {}) =>
    (learned[language][key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
