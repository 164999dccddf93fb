// Which words are spoken: those of the bubble at once, the window's when it opens, one language at a time.
import { bubbleWords } from './bubble-words.ts'
import type { Key as WindowKey } from './french.ts'

export type Language = keyof typeof bubbleWords
export type Key = WindowKey | keyof (typeof bubbleWords)['fr']
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string

const learned: Record<Language, Readonly<Record<string, string>>> = { ...bubbleWords }

export async function learn(language: Language): Promise<void> {
  const words = language === 'fr' ? (await import('./french.ts')).french : (await import('./english.ts')).english
  learned[language] = { ...bubbleWords[language], ...words }
}

export const speaking =
  (language: Language): Say =>
  (key, values = {}) =>
    (learned[language][key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
