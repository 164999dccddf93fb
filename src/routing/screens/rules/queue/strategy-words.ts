import type { Strategy } from '../../../contract/rulebook.ts'
import { speak } from '#ui/words'
import { words } from './words.ts'

/** The strategy by name, with its line. */
export const strategyWords = (strategy: Strategy): { fr: string; en: string } => ({
  fr: line('fr', strategy),
  en: line('en', strategy),
})

const line = (language: 'fr' | 'en', strategy: Strategy): string =>
  `${speak(words[language][strategy], language)} — ${speak(words[language][`${strategy}Text`], language)}`
